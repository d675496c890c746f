//! Sorting that is compiled once. The library's is compiled anew for every type that is sorted, and wherever a map or a set
//! is collected, which sorts first: three to four kilobytes of a program each time, of programs that are downloaded.

use std::cmp::Ordering;

/// Sorts a list; equal ones stay in the order they are in.
pub fn sort<T: Ord>(list: &mut Vec<T>) {
    let places = places(list.len(), &|one, other| list[one].cmp(&list[other]));
    put(list, places);
}

/// Sorts a list by a key, which is taken of each once; those of equal keys stay in the order they are in.
pub fn sort_by_key<T, K: Ord>(list: &mut Vec<T>, key: impl FnMut(&T) -> K) {
    let keys: Vec<K> = list.iter().map(key).collect();
    put(list, places(keys.len(), &|one, other| keys[one].cmp(&keys[other])));
}

/// What collecting gives, put in one by one.
pub fn gathered<T, C: Default + Extend<T>>(items: impl IntoIterator<Item = T>) -> C {
    let mut all = C::default();
    all.extend(items);
    all
}

/// The places of so many in order.
fn places(count: usize, order: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|one, other| order(*one, *other));
    places
}

fn put<T>(list: &mut Vec<T>, places: Vec<usize>) {
    let mut taken: Vec<Option<T>> = list.drain(..).map(Some).collect();
    list.extend(places.into_iter().filter_map(|place| taken[place].take()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn it_sorts_as_the_library_does() {
        for list in [vec![], vec!["b"], vec!["bb", "a", "ab", "", "b", "ab", "aa", "c"]] {
            let (mut ours, mut theirs) = (list.clone(), list.clone());
            sort(&mut ours);
            theirs.sort_unstable();
            assert_eq!(ours, theirs);
            let (mut ours, mut theirs) = (list.clone(), list);
            sort_by_key(&mut ours, |text| std::cmp::Reverse(text.len()));
            theirs.sort_by_key(|text| std::cmp::Reverse(text.len()));
            assert_eq!(ours, theirs);
        }
    }

    #[test]
    fn of_two_with_one_name_the_last_is_kept() {
        let pairs = [("b", 1), ("a", 2), ("b", 3)];
        let all: BTreeMap<&str, i32> = gathered(pairs);
        assert_eq!(all, pairs.into_iter().collect());
    }
}
