//! How is a short list sorted? The standard sorts would add some kilobytes to the addon for each type of element.

/// The elements in the order of their keys. Elements with the same key keep their order.
pub fn sorted_by_key<T, K: Ord>(elements: impl IntoIterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut sorted = Vec::new();
    for element in elements {
        let own = key(&element);
        sorted.insert(sorted.partition_point(|other| key(other) <= own), element);
    }
    sorted
}
