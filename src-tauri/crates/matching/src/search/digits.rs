//! Telephone numbers by any run of their digits.

/// How a run of digits stands in a number: the whole of it, its last digits or its first, inside.
const WHOLE: u16 = 0;
const END: u16 = 1;
const START: u16 = 2;
const INSIDE: u16 = 3;

#[derive(Debug, Default)]
pub(super) struct Digits {
    /// Of each slot its numbers, digits only, with a blank between.
    numbers: Vec<Box<str>>,
    /// Slots (`slot << 2 | how`, ascending) by three digits that follow one another.
    by_three: Vec<Vec<u32>>,
}

impl Digits {
    /// Takes the numbers of the next slot in.
    pub(super) fn put(&mut self, telephones: &[&str]) {
        let slot = u32::try_from(self.numbers.len()).expect("an index holds fewer than 2^28 entries");
        let mut text = String::new();
        for telephone in telephones {
            if !text.is_empty() {
                text.push(' ');
            }
            text.extend(crate::fold::plain(telephone).chars().filter(char::is_ascii_digit));
        }
        self.numbers.push(text.into_boxed_str());
        self.post(slot);
    }

    fn post(&mut self, slot: u32) {
        self.by_three.resize_with(1000, Vec::new);
        for number in self.numbers[slot as usize].split(' ') {
            let digits = number.as_bytes();
            for (place, three) in digits.windows(3).enumerate() {
                let how = how(digits.len(), place, 3);
                let list = &mut self.by_three[value(three)];
                let posting = slot << 2 | u32::from(how);
                match list.last_mut() {
                    Some(last) if *last >> 2 == slot => *last = posting.min(*last),
                    _ => list.push(posting),
                }
            }
        }
    }

    /// Calls `found` with each slot that has the run (three digits at least) in a number and how it stands there.
    pub(super) fn find(&self, run: &str, mut found: impl FnMut(usize, u16)) {
        let lists = run
            .as_bytes()
            .windows(3)
            .filter_map(|three| self.by_three.get(value(three)));
        let Some(list) = lists.min_by_key(|list| list.len()) else {
            return;
        };
        for posting in list {
            let slot = (posting >> 2) as usize;
            if run.len() == 3 {
                found(slot, (posting & 3) as u16);
                continue;
            }
            // Most do not have it at all.
            if !self.numbers[slot]
                .as_bytes()
                .windows(run.len())
                .any(|part| part == run.as_bytes())
            {
                continue;
            }
            let best = self.numbers[slot]
                .split(' ')
                .filter_map(|number| {
                    if number.ends_with(run) {
                        return Some(how(number.len(), number.len() - run.len(), run.len()));
                    }
                    number.find(run).map(|place| how(number.len(), place, run.len()))
                })
                .min();
            if let Some(best) = best {
                found(slot, best);
            }
        }
    }

    pub(super) fn sweep(&mut self, moved: &[u32]) {
        let mut slot = 0;
        self.numbers.retain(|_| {
            slot += 1;
            moved[slot - 1] != u32::MAX
        });
        for list in &mut self.by_three {
            list.retain_mut(|posting| {
                let place = moved[(*posting >> 2) as usize];
                *posting = place << 2 | *posting & 3;
                place != u32::MAX
            });
        }
    }
}

fn how(length: usize, place: usize, run: usize) -> u16 {
    match (place, place + run == length) {
        (0, true) => WHOLE,
        (_, true) => END,
        (0, false) => START,
        _ => INSIDE,
    }
}

fn value(three: &[u8]) -> usize {
    three
        .iter()
        .fold(0, |sum, digit| sum * 10 + usize::from(digit - b'0'))
}
