//! Counting what passed, failed and was skipped, over runners that each say it their own way.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::shell::{Stop, say, step};

/// Counts over all layers.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    pub(crate) skipped: u64,
    /// What failed, by name.
    failures: Vec<String>,
}

impl Tally {
    /// A check that passes or fails as a whole.
    pub(crate) fn check(&mut self, name: &str, work: impl FnOnce() -> Result<(), Stop>) {
        step(name);
        match work() {
            Ok(()) => self.passed += 1,
            Err(stop) => self.fail(name, &stop.to_string()),
        }
    }

    pub(crate) fn fail(&mut self, name: &str, why: &str) {
        say(&format!("FAILED {name}: {why}"));
        self.failed += 1;
        self.failures.push(name.to_owned());
    }

    /// Whether at least one test was counted and none failed.
    pub(crate) fn is_green(&self) -> bool {
        self.failed == 0 && self.passed > 0
    }

    /// Reads vitest's JSON report.
    pub(crate) fn vitest(&mut self, report: &str) -> Result<(), Stop> {
        let start = report
            .find('{')
            .ok_or_else(|| Stop::new("vitest gave no report"))?;
        let report: Value = serde_json::from_str(report[start..].trim())
            .map_err(|error| Stop::new(format!("vitest's report could not be read: {error}")))?;
        let count = |name: &str| report[name].as_u64().unwrap_or(0);
        self.passed += count("numPassedTests");
        self.skipped += count("numPendingTests") + count("numTodoTests");
        for file in report["testResults"].as_array().into_iter().flatten() {
            let tests = file["assertionResults"].as_array().map_or(&[][..], Vec::as_slice);
            let failed = || tests.iter().filter(|test| test["status"] == "failed");
            for test in failed() {
                let why = test["failureMessages"][0].as_str().unwrap_or_default();
                self.fail(test["fullName"].as_str().unwrap_or("a test without a name"), why);
            }
            // A file that does not load, or whose preparation fails, has no failed test, only skipped ones.
            if file["status"] == "failed" && failed().next().is_none() {
                let name = file["name"].as_str().unwrap_or("a test file").to_owned();
                self.fail(&name, file["message"].as_str().unwrap_or_default());
            }
        }
        Ok(())
    }

    /// Reads the closing lines and the failures of cargo-nextest or of cargo's own runner. A test that printed
    /// `skipped: …` counts as skipped, for neither runner knows of tests that find their peer absent. nextest calls
    /// skipped what a filter left to another layer, so with a filter its own count of them says nothing.
    pub(crate) fn cargo(&mut self, log: &str, filtered: bool) {
        let lines = || log.lines().map(str::trim);
        let absent = lines()
            .filter(|line| line.to_lowercase().starts_with("skipped"))
            .count() as u64;
        // nextest repeats what each test printed, and so the closing line of the runner inside it.
        let nextest = lines().any(|line| line.starts_with("Summary ["));
        let mut passed = 0;
        for counts in lines().filter_map(|line| closing(line, nextest)) {
            passed += number_before(counts, " passed");
            self.skipped += number_before(counts, " ignored");
            if !filtered {
                self.skipped += number_before(counts, " skipped");
            }
        }
        self.passed += passed.saturating_sub(absent);
        self.skipped += absent;
        // nextest names a failure when it happens and again after its summary.
        let failed: BTreeSet<&str> = lines().filter_map(|line| failed_test(line, nextest)).collect();
        self.failed += failed.len() as u64;
        self.failures.extend(failed.into_iter().map(str::to_owned));
    }

    /// The closing line, alone at the end.
    pub(crate) fn close(&self) {
        for failure in &self.failures {
            say(&format!("failed: {failure}"));
        }
        say(&format!(
            "{} passed, {} failed, {} skipped",
            self.passed, self.failed, self.skipped
        ));
    }
}

fn number_before(text: &str, word: &str) -> u64 {
    let Some(at) = text.find(word) else { return 0 };
    let digits: String = text[..at]
        .chars()
        .rev()
        .take_while(char::is_ascii_digit)
        .collect();
    digits.chars().rev().collect::<String>().parse().unwrap_or(0)
}

/// The counts in a runner's closing line.
fn closing(line: &str, nextest: bool) -> Option<&str> {
    line.strip_prefix(if nextest { "Summary [" } else { "test result:" })
}

/// The name in a line that tells of a test that did not pass.
fn failed_test(line: &str, nextest: bool) -> Option<&str> {
    const MARKS: [&str; 5] = ["FAIL [", "TIMEOUT [", "SIGABRT [", "SIGSEGV [", "LEAK-FAIL ["];
    if let Some(rest) = MARKS.iter().find_map(|mark| line.strip_prefix(mark)) {
        let name = rest.split_once(']')?.1.trim();
        // "(3/16) " before the name is nextest's own count.
        return Some(
            name.split_once(") ")
                .filter(|_| name.starts_with('('))
                .map_or(name, |(_, name)| name),
        );
    }
    if nextest {
        return None;
    }
    line.strip_prefix("test ")?.strip_suffix(" ... FAILED")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_of_both_runners_are_read() {
        let mut tally = Tally::default();
        tally.cargo("     Summary [   0.138s] 16 tests run: 15 passed, 1 failed, 2 skipped\n  FAIL [ 0.1s] (1/16) room::file name\n FAIL [ 0.1s] (1/16) room::file name\n", false);
        tally.cargo(
            "test result: ok. 7 passed; 0 failed; 1 ignored; 0 measured\n",
            false,
        );
        assert_eq!((tally.passed, tally.failed, tally.skipped), (22, 1, 3));
        assert_eq!(tally.failures, ["room::file name"]);
    }

    #[test]
    fn a_test_whose_peer_is_absent_counts_as_skipped() {
        let mut tally = Tally::default();
        tally.cargo(
            "    skipped: libical is not there\n Summary [ 1s] 2 tests run: 2 passed, 0 skipped\n",
            false,
        );
        assert_eq!((tally.passed, tally.failed, tally.skipped), (1, 0, 1));
    }

    #[test]
    fn what_a_test_printed_is_not_counted_again_nor_what_a_filter_left_out() {
        let mut tally = Tally::default();
        let log = "    test result: ok. 1 passed; 0 failed; 0 ignored\n Summary [ 1s] 1 test run: 1 passed, 40 skipped\n";
        tally.cargo(log, true);
        assert_eq!((tally.passed, tally.failed, tally.skipped), (1, 0, 0));
        tally.cargo("FAIL [ 1s] (1/1) tests::a b\n test b ... FAILED\n Summary [ 1s] 1 test run: 0 passed, 1 failed\n", true);
        assert_eq!((tally.passed, tally.failed), (1, 1));
    }

    #[test]
    fn a_test_file_of_the_screens_that_does_not_load_is_a_failure() {
        let mut tally = Tally::default();
        tally.vitest(r#"{"numPassedTests":3,"numPendingTests":1,"testResults":[{"name":"a.test.ts","status":"failed","message":"no","assertionResults":[]}]}"#).unwrap();
        assert_eq!((tally.passed, tally.failed, tally.skipped), (3, 1, 1));
        assert!(!tally.is_green());
    }

    #[test]
    fn a_test_file_whose_preparation_fails_is_a_failure() {
        let mut tally = Tally::default();
        tally.vitest(r#"{"numPendingTests":1,"testResults":[{"name":"a","status":"failed","message":"no server","assertionResults":[{"status":"skipped"}]}]}"#).unwrap();
        assert_eq!((tally.passed, tally.failed, tally.skipped), (0, 1, 1));
    }

    #[test]
    fn a_run_without_any_test_is_not_green() {
        assert!(!Tally::default().is_green());
    }
}
