//! The one loop that takes the encoder's time: 4 × 16 sums of products of 16-bit numbers, in SIMD where there is any.
//!
//! This is the only file with `unsafe` code. The vector instructions read through pointers; [`tile`] has checked,
//! before any is formed, that every element they read lies inside the slices, and the AVX2 variant is called only
//! where the processor was found to have it. All variants add whole numbers and give the same sums.

/// Rows of a tile.
pub(super) const ROWS: usize = 4;
/// Columns of a tile, and of a panel of weights.
pub(super) const COLUMNS: usize = 16;

/// The sums of a tile, row by row.
pub(super) type Sums = [[i32; COLUMNS]; ROWS];

/// Multiplies [`ROWS`] rows of `length` inputs, which begin at `starts` in `inputs`, by a panel of weights.
///
/// A panel holds, for each pair of inputs, the pair of weights of each column: `length` × [`COLUMNS`] numbers.
///
/// # Panics
///
/// When `length` is odd, or a row or the panel is too short.
pub(super) fn tile(inputs: &[i16], starts: [usize; ROWS], length: usize, panel: &[i16]) -> Sums {
    let rows = starts.map(|start| &inputs[start..start + length]);
    let panel = &panel[..length * COLUMNS];
    assert!(length.is_multiple_of(2), "inputs come in pairs");
    simd::tile(rows, panel)
}

/// The sum of the products of two vectors' elements; the caller knows that it fits in 32 bits.
///
/// # Panics
///
/// When the vectors differ in length, or it is no multiple of 16.
pub(super) fn product(a: &[i16], b: &[i16]) -> i32 {
    assert!(a.len() == b.len() && a.len().is_multiple_of(16), "vectors of one length");
    simd::product(a, b)
}

#[cfg(any(test, not(any(target_arch = "x86_64", target_arch = "wasm32"))))]
fn scalar_product(a: &[i16], b: &[i16]) -> i32 {
    a.iter().zip(b).map(|(&a, &b)| i32::from(a) * i32::from(b)).sum()
}

/// The same in plain Rust: where there is no SIMD, and what the others are tested against.
#[cfg(any(test, not(any(target_arch = "x86_64", target_arch = "wasm32"))))]
fn scalar(rows: [&[i16]; ROWS], panel: &[i16]) -> Sums {
    let mut sums = [[0; COLUMNS]; ROWS];
    for (row, sums) in rows.iter().zip(&mut sums) {
        for (pair, weights) in row.chunks_exact(2).zip(panel.chunks_exact(2 * COLUMNS)) {
            let [first, second] = [pair[0], pair[1]].map(i32::from);
            for (sum, weights) in sums.iter_mut().zip(weights.chunks_exact(2)) {
                *sum += first * i32::from(weights[0]) + second * i32::from(weights[1]);
            }
        }
    }
    sums
}

#[cfg(not(any(target_arch = "x86_64", target_arch = "wasm32")))]
mod simd {
    pub(super) use super::{scalar as tile, scalar_product as product};
}

#[cfg(target_arch = "wasm32")]
#[allow(unsafe_code)]
mod simd {
    use super::{COLUMNS, ROWS, Sums};
    use core::arch::wasm32::{
        i32x4_add, i32x4_dot_i16x8, i32x4_splat, v128, v128_load, v128_load32_splat, v128_store,
    };

    /// Two rows by sixteen columns: with the 8 vectors of sums, 4 of weights and 2 of inputs the 16 registers that
    /// processors have are used up. Written out, as a build for size keeps loops, and a loop keeps its sums in memory.
    ///
    /// `simd128` is in every engine that has the style sheets and modules that the component needs.
    #[target_feature(enable = "simd128")]
    fn kernel(first: &[i16], second: &[i16], panel: &[i16], sums: &mut [[i32; COLUMNS]]) {
        let zero = i32x4_splat(0);
        let (mut a0, mut a1, mut a2, mut a3) = (zero, zero, zero, zero);
        let (mut b0, mut b1, mut b2, mut b3) = (zero, zero, zero, zero);
        let mut weights = panel.as_ptr();
        let (mut first_at, mut second_at) = (first.as_ptr(), second.as_ptr());
        for _ in 0..first.len() / 2 {
            // SAFETY: both rows have as many elements, an even number, and the panel `COLUMNS` times as many, which
            // `tile` has seen to; every turn takes two of each row and 2 * `COLUMNS` of the panel, and the pointers end
            // where the slices do. Loads need no alignment.
            unsafe {
                let (w0, w1) = (v128_load(weights.cast()), v128_load(weights.add(8).cast()));
                let (w2, w3) = (v128_load(weights.add(16).cast()), v128_load(weights.add(24).cast()));
                let (a, b) = (v128_load32_splat(first_at.cast()), v128_load32_splat(second_at.cast()));
                a0 = i32x4_add(a0, i32x4_dot_i16x8(a, w0));
                a1 = i32x4_add(a1, i32x4_dot_i16x8(a, w1));
                a2 = i32x4_add(a2, i32x4_dot_i16x8(a, w2));
                a3 = i32x4_add(a3, i32x4_dot_i16x8(a, w3));
                b0 = i32x4_add(b0, i32x4_dot_i16x8(b, w0));
                b1 = i32x4_add(b1, i32x4_dot_i16x8(b, w1));
                b2 = i32x4_add(b2, i32x4_dot_i16x8(b, w2));
                b3 = i32x4_add(b3, i32x4_dot_i16x8(b, w3));
                (weights, first_at, second_at) =
                    (weights.add(2 * COLUMNS), first_at.add(2), second_at.add(2));
            }
        }
        for (sums, totals) in sums.iter_mut().zip([[a0, a1, a2, a3], [b0, b1, b2, b3]]) {
            for (sums, total) in sums.chunks_exact_mut(4).zip(totals) {
                store(sums, total);
            }
        }
    }

    #[target_feature(enable = "simd128")]
    fn store(into: &mut [i32], values: v128) {
        assert!(into.len() == 4);
        // SAFETY: `into` has the 16 bytes that are written.
        unsafe { v128_store(into.as_mut_ptr().cast(), values) }
    }

    pub(super) fn tile(rows: [&[i16]; ROWS], panel: &[i16]) -> Sums {
        let mut sums = [[0; COLUMNS]; ROWS];
        kernel(rows[0], rows[1], panel, &mut sums[..2]);
        kernel(rows[2], rows[3], panel, &mut sums[2..]);
        sums
    }

    #[target_feature(enable = "simd128")]
    fn product_kernel(a: &[i16], b: &[i16]) -> i32 {
        let mut total = i32x4_splat(0);
        for (a, b) in a.chunks_exact(8).zip(b.chunks_exact(8)) {
            // SAFETY: a chunk has the 16 bytes that are read; loads need no alignment.
            let (a, b) = unsafe { (v128_load(a.as_ptr().cast()), v128_load(b.as_ptr().cast())) };
            total = i32x4_add(total, i32x4_dot_i16x8(a, b));
        }
        let mut sums = [0; 4];
        store(&mut sums, total);
        sums.iter().sum()
    }

    pub(super) fn product(a: &[i16], b: &[i16]) -> i32 {
        product_kernel(a, b)
    }
}

#[cfg(target_arch = "x86_64")]
#[allow(unsafe_code)]
mod simd {
    use super::{COLUMNS, ROWS, Sums};
    use core::arch::x86_64::{
        __m128i, __m256i, _mm_add_epi32, _mm_loadu_si128, _mm_madd_epi16, _mm_set1_epi32, _mm_setzero_si128,
        _mm_storeu_si128, _mm256_add_epi32, _mm256_loadu_si256, _mm256_madd_epi16, _mm256_set1_epi32,
        _mm256_setzero_si256, _mm256_storeu_si256,
    };

    pub(super) fn tile(rows: [&[i16]; ROWS], panel: &[i16]) -> Sums {
        if is_x86_feature_detected!("avx2") {
            // SAFETY: the processor has AVX2.
            unsafe { avx2(rows, panel) }
        } else {
            sse2(rows, panel)
        }
    }

    #[target_feature(enable = "avx2")]
    pub(super) fn avx2(rows: [&[i16]; ROWS], panel: &[i16]) -> Sums {
        let mut totals: [[__m256i; 2]; ROWS] = [[_mm256_setzero_si256(); 2]; ROWS];
        let length = rows[0].len();
        let inputs = rows.map(<[i16]>::as_ptr);
        let weights = panel.as_ptr();
        let mut at = 0;
        while at < length {
            // SAFETY: `at + 1 < length`, every row has `length` elements and the panel `length * COLUMNS`, which
            // `tile` has seen to; loads need no alignment.
            let weights = unsafe {
                let place = weights.add(at * COLUMNS);
                [_mm256_loadu_si256(place.cast()), _mm256_loadu_si256(place.add(COLUMNS).cast())]
            };
            for row in 0..ROWS {
                // SAFETY: as above.
                let pair = _mm256_set1_epi32(unsafe { inputs[row].add(at).cast::<i32>().read_unaligned() });
                for part in 0..2 {
                    totals[row][part] =
                        _mm256_add_epi32(totals[row][part], _mm256_madd_epi16(pair, weights[part]));
                }
            }
            at += 2;
        }
        let mut sums = [[0; COLUMNS]; ROWS];
        for (sums, totals) in sums.iter_mut().zip(totals) {
            for (sums, total) in sums.chunks_exact_mut(8).zip(totals) {
                // SAFETY: a chunk has the 32 bytes that are written.
                unsafe { _mm256_storeu_si256(sums.as_mut_ptr().cast(), total) }
            }
        }
        sums
    }

    pub(super) fn product(a: &[i16], b: &[i16]) -> i32 {
        let mut sums = [0i32; 4];
        // SAFETY: SSE2 is part of the architecture; a chunk has the 16 bytes that are read and `sums` those that are
        // written.
        unsafe {
            let mut total = _mm_setzero_si128();
            for (a, b) in a.chunks_exact(8).zip(b.chunks_exact(8)) {
                let (a, b) = (_mm_loadu_si128(a.as_ptr().cast()), _mm_loadu_si128(b.as_ptr().cast()));
                total = _mm_add_epi32(total, _mm_madd_epi16(a, b));
            }
            _mm_storeu_si128(sums.as_mut_ptr().cast(), total);
        }
        sums.iter().sum()
    }

    /// Every x86-64 processor has SSE2.
    pub(super) fn sse2(rows: [&[i16]; ROWS], panel: &[i16]) -> Sums {
        let mut sums = [[0; COLUMNS]; ROWS];
        let length = rows[0].len();
        let weights = panel.as_ptr();
        // Two rows with four vectors of sums each are as many as registers hold.
        for (sums, rows) in sums.chunks_exact_mut(2).zip(rows.chunks_exact(2)) {
            let inputs = [rows[0].as_ptr(), rows[1].as_ptr()];
            // SAFETY: SSE2 is part of the architecture; `at + 1 < length`, every row has `length` elements and the
            // panel `length * COLUMNS`, which `tile` has seen to; a part of a row of sums has the 16 bytes that are
            // written.
            unsafe {
                let mut totals: [[__m128i; 4]; 2] = [[_mm_setzero_si128(); 4]; 2];
                let mut at = 0;
                while at < length {
                    let pairs =
                        inputs.map(|input| _mm_set1_epi32(input.add(at).cast::<i32>().read_unaligned()));
                    let parts: [__m128i; 4] = std::array::from_fn(|part| {
                        _mm_loadu_si128(weights.add(at * COLUMNS + part * 8).cast())
                    });
                    for (totals, pair) in totals.iter_mut().zip(pairs) {
                        for (total, part) in totals.iter_mut().zip(parts) {
                            *total = _mm_add_epi32(*total, _mm_madd_epi16(pair, part));
                        }
                    }
                    at += 2;
                }
                for (sums, totals) in sums.iter_mut().zip(totals) {
                    for (sums, total) in sums.chunks_exact_mut(4).zip(totals) {
                        _mm_storeu_si128(sums.as_mut_ptr().cast(), total);
                    }
                }
            }
        }
        sums
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers from −1023 to 1023 that look like chance.
    fn numbers(count: usize, seed: u32) -> Vec<i16> {
        let mut state = seed;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 16) as i16 % 1024
        };
        (0..count).map(|_| next()).collect()
    }

    #[test]
    fn every_variant_gives_the_same_sums() {
        for length in [2, 4, 64, 320, 1280] {
            let inputs = numbers(length * 3 + 7, 1);
            let panel = numbers(length * COLUMNS, 2);
            let starts = [0, 7, length, 2 * length + 5];
            let rows = starts.map(|start| &inputs[start..start + length]);
            let expected = scalar(rows, &panel);
            assert_eq!(tile(&inputs, starts, length, &panel), expected, "{length} inputs");
            #[cfg(target_arch = "x86_64")]
            assert_eq!(simd::sse2(rows, &panel), expected, "{length} inputs in SSE2");
        }
    }

    #[test]
    fn products_are_the_same_too() {
        let (a, b) = (numbers(512, 3), numbers(512, 4));
        assert_eq!(product(&a, &b), scalar_product(&a, &b));
    }

    #[test]
    fn the_largest_sum_fits() {
        let (inputs, panel) = (vec![1023; 1280], vec![-1023; 1280 * COLUMNS]);
        assert_eq!(tile(&inputs, [0; ROWS], 1280, &panel), [[-1280 * 1023 * 1023; COLUMNS]; ROWS]);
    }

    #[test]
    #[should_panic(expected = "range end")]
    fn a_row_that_is_too_short_is_refused() {
        tile(&[0; 6], [0, 0, 0, 4], 4, &[0; 64]);
    }
}
