//! Entries in blocks, and the pairs that come of them.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::available_parallelism;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::Alike;
use super::counts::Counts;
use super::keys::{LARGEST, keys};
use super::profile::Profile;
use super::weigh::weigh;
use crate::Entry;

/// Entries by what two records of one person have in common.
#[derive(Debug, Default)]
pub struct Blocks {
    profiles: Vec<Option<Profile>>,
    by_key: FxHashMap<u128, u32>,
    counts: Counts,
    /// `block << 32 | slot`, in lists that ascend; each is much longer than the next, so that there are few of them
    /// and what comes is not put in order with all that is there each time.
    sorted: Vec<Vec<u64>>,
    /// What came since.
    fresh: Vec<u64>,
}

/// How much may be gone through one by one before it is put in order.
const FRESH: usize = 4096;

/// How many times as long as the next a list is at least.
const LONGER: usize = 8;

/// Entries that a thread takes at a time.
const SHARE: usize = 512;

fn block_of(place: u64) -> u32 {
    (place >> 32) as u32
}

fn slot_of(place: u64) -> usize {
    (place & u64::from(u32::MAX)) as usize
}

impl Blocks {
    /// Empty blocks.
    pub fn new() -> Self {
        Self::default()
    }

    /// Blocks of all entries; of two with one key the later counts.
    pub fn build<'a>(entries: impl IntoIterator<Item = Entry<'a>>) -> Self {
        let mut blocks = Self::new();
        blocks.take_in_all(entries);
        blocks.settle();
        blocks.join(usize::MAX);
        blocks
    }

    /// Takes an entry in, in the place of an earlier one with the same key.
    pub fn put(&mut self, entry: &Entry<'_>) {
        self.put_all([*entry]);
    }

    /// Takes entries in, each in the place of an earlier one with the same key. All processors read them, so that
    /// many at once take less time than one after the other.
    pub fn put_all<'a>(&mut self, entries: impl IntoIterator<Item = Entry<'a>>) {
        self.take_in_all(entries);
        if self.fresh.len() > FRESH {
            self.settle();
        }
    }

    fn take_in_all<'a>(&mut self, entries: impl IntoIterator<Item = Entry<'a>>) {
        let entries: Vec<Entry<'a>> = entries.into_iter().collect();
        for share in entries.chunks(SHARE * 8) {
            let read: Vec<(Profile, Vec<u32>)> = share
                .par_iter()
                .with_min_len(16)
                .map(|entry| {
                    let profile = Profile::of(entry);
                    let mut found = Vec::new();
                    keys(&profile, &mut found);
                    (profile, found)
                })
                .collect();
            for (profile, found) in read {
                self.take_in(profile, &found);
            }
        }
    }

    fn take_in(&mut self, profile: Profile, found: &[u32]) {
        self.remove(profile.key);
        let slot = u32::try_from(self.profiles.len()).expect("there are fewer than 2^32 entries");
        self.fresh.extend(
            found
                .iter()
                .map(|block| u64::from(*block) << 32 | u64::from(slot)),
        );
        self.counts.add(&profile, true);
        self.by_key.insert(profile.key, slot);
        self.profiles.push(Some(profile));
    }

    /// Takes an entry out; nothing happens if there is none with this key.
    pub fn remove(&mut self, key: u128) {
        let Some(slot) = self.by_key.remove(&key) else {
            return;
        };
        if let Some(profile) = self.profiles[slot as usize].take() {
            self.counts.add(&profile, false);
        }
        let gone = self.profiles.len() - self.by_key.len();
        if gone > 1024 && gone > self.by_key.len() {
            self.sweep();
        }
    }

    /// How many entries they hold.
    pub fn len(&self) -> usize {
        self.by_key.len()
    }

    /// Whether they hold none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub(super) fn settle(&mut self) {
        let mut fresh = std::mem::take(&mut self.fresh);
        fresh.par_sort_unstable();
        self.sorted.push(fresh);
        self.join(LONGER);
    }

    /// Joins the last lists as long as one is not `longer` times as long as the next.
    fn join(&mut self, longer: usize) {
        while let [.., long, short] = self.sorted.as_mut_slice()
            && long.len() < short.len().saturating_mul(longer)
        {
            long.append(short);
            // Of two lists that ascend a stable sort merely merges.
            long.sort();
            self.sorted.pop();
        }
    }

    /// Forgets what was taken out.
    pub(super) fn sweep(&mut self) {
        self.profiles.retain(Option::is_some);
        self.sorted.clear();
        self.fresh.clear();
        let mut found = Vec::new();
        for (profile, slot) in self.profiles.iter().flatten().zip(0u32..) {
            self.by_key.insert(profile.key, slot);
            keys(profile, &mut found);
            self.fresh.extend(
                found
                    .iter()
                    .map(|block| u64::from(*block) << 32 | u64::from(slot)),
            );
        }
        self.settle();
    }

    /// The slots of a block that still hold somebody.
    fn members(&self, block: u32, found: &mut Vec<usize>) {
        found.clear();
        let sorted = self.sorted.iter().flat_map(|list| {
            let from = list.partition_point(|place| block_of(*place) < block);
            list[from..]
                .iter()
                .take_while(move |place| block_of(**place) == block)
        });
        let fresh = self.fresh.iter().filter(|place| block_of(**place) == block);
        found.extend(
            sorted
                .chain(fresh)
                .map(|place| slot_of(*place))
                .filter(|slot| self.profiles[*slot].is_some()),
        );
    }
}

fn best_first(found: &mut [Alike]) {
    found.sort_unstable_by(|x, y| {
        let order = y.likely.cmp(&x.likely).then(y.score.total_cmp(&x.score));
        order.then(x.one.cmp(&y.one)).then(x.other.cmp(&y.other))
    });
}

/// All pairs of entries that are likely or possibly the same: the likely ones first, then by how probable they
/// are. `progress` is told now and then how many entries of how many are done; if it breaks off, what was found
/// so far is returned.
pub fn duplicates<'a>(
    entries: impl IntoIterator<Item = Entry<'a>>,
    progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
) -> Vec<Alike> {
    let blocks = Blocks::build(entries);
    let all = blocks.profiles.len();
    // Of each entry the blocks it is in. What was just built stands in one list.
    let groups: Vec<&[u64]> = blocks
        .sorted
        .first()
        .map_or(&[][..], Vec::as_slice)
        .chunk_by(|x, y| block_of(*x) == block_of(*y))
        .filter(|group| group.len() > 1 && !large(&blocks, group))
        .collect();
    let mut ends = vec![0u32; all + 1];
    groups
        .iter()
        .copied()
        .flatten()
        .for_each(|place| ends[slot_of(*place) + 1] += 1);
    for slot in 0..all {
        ends[slot + 1] += ends[slot];
    }
    let mut own = vec![0u32; ends[all] as usize];
    let mut next = ends.clone();
    for (group, number) in groups.iter().zip(0u32..) {
        for place in *group {
            let at = &mut next[slot_of(*place)];
            own[*at as usize] = number;
            *at += 1;
        }
    }
    let stopped = AtomicBool::new(false);
    let next = AtomicUsize::new(0);
    // One share of entries after the other, by whoever is free; the first thread tells how far all are.
    let work = |tell: &mut dyn FnMut(usize) -> ControlFlow<()>| {
        let mut found = Vec::new();
        let mut seen = vec![u32::MAX; all];
        while !stopped.load(Ordering::Relaxed) {
            let from = next.fetch_add(SHARE, Ordering::Relaxed);
            if from >= all {
                break;
            }
            if tell(from).is_break() {
                stopped.store(true, Ordering::Relaxed);
                break;
            }
            for place in from..all.min(from + SHARE) {
                let Some(profile) = &blocks.profiles[place] else {
                    continue;
                };
                for group in &own[ends[place] as usize..ends[place + 1] as usize] {
                    let others = groups[*group as usize].iter().map(|place| slot_of(*place));
                    for other in others.filter(|other| *other > place) {
                        if seen[other] as usize != place {
                            seen[other] = u32::try_from(place).expect("there are fewer than 2^32 entries");
                            if let Some(other) = &blocks.profiles[other] {
                                found.extend(weigh(profile, other, &blocks.counts));
                            }
                        }
                    }
                }
            }
        }
        found
    };
    let threads = if all < 4 * SHARE {
        1
    } else {
        available_parallelism().map_or(1, usize::from).min(8)
    };
    let mut found = std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads)
            .map(|_| scope.spawn(|| work(&mut |_| ControlFlow::Continue(()))))
            .collect();
        let mut found = work(&mut |done| progress(done, all));
        for other in others {
            found.extend(
                other
                    .join()
                    .unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            );
        }
        found
    });
    let _ = progress(all, all);
    best_first(&mut found);
    found
}

/// Whether a block is too large, not counting who was taken out.
fn large(blocks: &Blocks, group: &[u64]) -> bool {
    group
        .iter()
        .filter(|place| blocks.profiles[slot_of(**place)].is_some())
        .count()
        > LARGEST
}

/// Those in the blocks that are likely or possibly the same as this entry (an entry with its own key is left
/// out), in the order of [`duplicates`].
pub fn candidates_for(blocks: &Blocks, entry: &Entry<'_>) -> Vec<Alike> {
    let profile = Profile::of(entry);
    let mut own = Vec::new();
    keys(&profile, &mut own);
    let (mut members, mut all): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    let itself = blocks.by_key.get(&entry.key).map(|slot| *slot as usize);
    for block in own {
        blocks.members(block, &mut members);
        let others = members.iter().filter(|slot| Some(**slot) != itself);
        if others.clone().count() < LARGEST {
            all.extend(others);
        }
    }
    all.sort_unstable();
    all.dedup();
    let mut found: Vec<Alike> = all
        .into_iter()
        .filter_map(|slot| weigh(&profile, blocks.profiles[slot].as_ref()?, &blocks.counts))
        .collect();
    best_first(&mut found);
    found
}
