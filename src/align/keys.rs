//! Keys that stand for things, and the one sort that every list of the aligner goes through.

/// A key, and two numbers that belong to it and break ties.
pub(super) type Key = (u64, u32, u32);

/// Sorts ascending. A sort of each type of list would add some three kilobytes to the program.
#[inline(never)]
pub(super) fn sort(keys: &mut [Key]) {
    keys.sort_unstable();
}

/// FNV-1a over the bytes, begun with `tag` so that things of different kinds do not meet.
pub(super) fn hash(tag: u8, bytes: &[u8]) -> u64 {
    let step = |h: u64, b: &u8| (h ^ u64::from(*b)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(step(0xcbf2_9ce4_8422_2325, &tag), step)
}

/// A number that is the smaller the greater a value is; the value is not negative.
pub(super) fn falling(value: f32) -> u32 {
    !value.max(0.0).to_bits()
}

/// The value that [`falling`] was given.
pub(super) fn risen(falling: u32) -> f32 {
    f32::from_bits(!falling)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn greater_values_come_first() {
        let mut keys: Vec<Key> = [0.5, 2.0, 0.0, 1.0].map(|v| (u64::from(falling(v)), 0, 0)).to_vec();
        sort(&mut keys);
        let values: Vec<f32> = keys.iter().map(|k| risen(k.0 as u32)).collect();
        assert_eq!(values, [2.0, 1.0, 0.5, 0.0]);
        assert_ne!(hash(1, b"word"), hash(2, b"word"));
    }
}
