//! The trellis code: a sequence of numbers as a fixed number of bits each, chosen together by the Viterbi algorithm.
//!
//! The decoder holds a window of L bits, at first 0. For a number with rate k it shifts the next k bits in; the window
//! is then an index into a codebook of 2^L numbers, and that is the decoded value (bit-shift trellis: Mao and Gray
//! 2010; for network weights Tseng et al. 2024, "QTIP"). Neighbours share L − k bits, so the encoder cannot choose each
//! number alone; the Viterbi algorithm finds the bits with the least total error.

use std::cmp::Ordering;

/// Bits of the largest window that a file may have.
pub const LARGEST_WINDOW: u32 = 12;
/// Codebook values are stored as whole multiples of 1/4096.
const UNIT: f32 = 4096.0;

/// One number to code.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// Bits, 1 to 6.
    pub rate: u8,
    /// What a squared error of this number counts.
    pub weight: f32,
}

/// A codebook with its window.
#[derive(Clone)]
pub struct Code {
    window: u32,
    values: Vec<f32>,
}

impl Code {
    /// The code with these 2^L values, rounded as the file stores them.
    ///
    /// # Panics
    /// When the number of values is not 2^6 to 2^12: codebooks are made by this crate only.
    pub fn new(values: &[f32]) -> Self {
        let window = values.len().ilog2();
        assert!(values.len().is_power_of_two() && (6..=LARGEST_WINDOW).contains(&window));
        let round = |value: &f32| (value * UNIT).round().clamp(-32768.0, 32767.0) / UNIT;
        Self { window, values: values.iter().map(round).collect() }
    }

    /// Bits of the window.
    pub fn window(&self) -> u32 {
        self.window
    }

    /// The value of each window.
    pub fn values(&self) -> &[f32] {
        &self.values
    }

    /// The codebook as the file has it: u8 L, then the values as i16 in 1/4096.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = vec![self.window as u8];
        bytes.extend(self.values.iter().flat_map(|value| ((value * UNIT) as i16).to_le_bytes()));
        bytes
    }

    /// The window after each step.
    pub fn windows<'a>(&'a self, steps: &'a [Step], symbols: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
        let mask = self.values.len() - 1;
        steps.iter().zip(symbols).scan(0, move |window, (step, &symbol)| {
            *window = (*window << step.rate | usize::from(symbol)) & mask;
            Some(*window)
        })
    }

    /// What a decoder makes of the symbols.
    pub fn decode<'a>(&'a self, steps: &'a [Step], symbols: &'a [u8]) -> impl Iterator<Item = f32> + 'a {
        self.windows(steps, symbols).map(|window| self.values[window])
    }
}

/// The Viterbi search with its memory, to be used again for the next sequence.
#[derive(Default)]
pub struct Encoder {
    /// Least error of a path that ends in each window.
    costs: Vec<f32>,
    /// For each step the least error of the paths into each group of 2^k windows that share their older bits.
    history: Vec<f32>,
    /// Where each step's part of the history starts.
    starts: Vec<usize>,
}

impl Encoder {
    /// The symbols, `rate` bits each, with the least Σ weight·(target − value)².
    ///
    /// # Panics
    /// When there are not as many targets as steps, or a rate is not in 1..=6.
    pub fn encode(&mut self, code: &Code, steps: &[Step], targets: &[f32]) -> Vec<u8> {
        assert_eq!(steps.len(), targets.len());
        assert!(steps.iter().all(|step| (1..=6).contains(&step.rate)));
        let windows = code.values.len();
        self.costs.clear();
        self.costs.resize(windows, f32::INFINITY);
        self.costs[0] = 0.0;
        self.history.clear();
        self.starts.clear();
        for (step, &target) in steps.iter().zip(targets) {
            let groups = windows >> step.rate;
            let start = self.history.len();
            self.starts.push(start);
            self.history.extend_from_slice(&self.costs[..groups]);
            let least = &mut self.history[start..];
            for costs in self.costs.chunks_exact(groups).skip(1) {
                for (least, &cost) in least.iter_mut().zip(costs) {
                    // Not f32::min, which has to look for NaN as well; no cost is NaN.
                    *least = if cost < *least { cost } else { *least };
                }
            }
            match step.rate {
                1 => extend::<2>(least, &code.values, &mut self.costs, target, step.weight),
                2 => extend::<4>(least, &code.values, &mut self.costs, target, step.weight),
                3 => extend::<8>(least, &code.values, &mut self.costs, target, step.weight),
                4 => extend::<16>(least, &code.values, &mut self.costs, target, step.weight),
                5 => extend::<32>(least, &code.values, &mut self.costs, target, step.weight),
                _ => extend::<64>(least, &code.values, &mut self.costs, target, step.weight),
            }
        }
        self.trace(code, steps, targets)
    }

    /// Walks back from the best last window. The costs on the way are computed again from the history, with the same
    /// operations and so to the same bits: a choice kept for each window would take more memory.
    fn trace(&self, code: &Code, steps: &[Step], targets: &[f32]) -> Vec<u8> {
        let mut symbols = vec![0; steps.len()];
        let best =
            self.costs.iter().enumerate().min_by(|a, b| a.1.partial_cmp(b.1).unwrap_or(Ordering::Equal));
        let mut window = best.map_or(0, |(window, _)| window);
        for at in (0..steps.len()).rev() {
            let rate = steps[at].rate;
            symbols[at] = (window & ((1 << rate) - 1)) as u8;
            let group = window >> rate;
            let Some(before) = at.checked_sub(1) else { break };
            let groups = code.values.len() >> rate;
            let history = &self.history[self.starts[before]..];
            let cost = |window: usize| {
                let least = history[window >> steps[before].rate];
                step_cost(least, code.values[window], targets[before], steps[before].weight)
            };
            let mut least = cost(group);
            window = group;
            for candidate in (group..code.values.len()).step_by(groups).skip(1) {
                let cost = cost(candidate);
                if cost < least {
                    (least, window) = (cost, candidate);
                }
            }
        }
        symbols
    }
}

/// The cost of each window after a step: the least into its group, and the error of its own value.
fn extend<const BRANCHES: usize>(least: &[f32], values: &[f32], costs: &mut [f32], target: f32, weight: f32) {
    let (values, _) = values.as_chunks::<BRANCHES>();
    let (costs, _) = costs.as_chunks_mut::<BRANCHES>();
    for ((costs, values), &least) in costs.iter_mut().zip(values).zip(least) {
        for (cost, &value) in costs.iter_mut().zip(values) {
            *cost = step_cost(least, value, target, weight);
        }
    }
}

fn step_cost(least: f32, value: f32, target: f32, weight: f32) -> f32 {
    let error = target - value;
    least + weight * error * error
}

/// Bits one after the other, the most significant bit of a byte first.
#[derive(Default)]
pub struct Bits {
    bytes: Vec<u8>,
    /// Bits of the last byte that are still free.
    free: u32,
}

impl Bits {
    /// Adds the `count` low bits of `value`, at most 8.
    pub fn push(&mut self, value: u8, count: u32) {
        for bit in (0..count).rev() {
            if self.free == 0 {
                self.bytes.push(0);
                self.free = 8;
            }
            self.free -= 1;
            if let Some(last) = self.bytes.last_mut() {
                *last |= (value >> bit & 1) << self.free;
            }
        }
    }

    /// The bytes, the last one filled up with zeros.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

/// The symbols as the file has them.
pub fn pack(steps: &[Step], symbols: &[u8]) -> Vec<u8> {
    let mut bits = Bits::default();
    for (step, &symbol) in steps.iter().zip(symbols) {
        bits.push(symbol, step.rate.into());
    }
    bits.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;

    /// The decoder as the format describes it, from bytes.
    fn decode(code: &Code, rates: &[u8], bytes: &[u8]) -> Vec<f32> {
        let mut bits =
            bytes.iter().flat_map(|byte| (0..8).rev().map(move |bit| usize::from(byte >> bit & 1)));
        let mut window = 0;
        let mut decoded = Vec::new();
        for &rate in rates {
            for _ in 0..rate {
                window = (window << 1 | bits.next().unwrap()) & (code.values().len() - 1);
            }
            decoded.push(code.values()[window]);
        }
        decoded
    }

    #[test]
    fn what_is_packed_is_decoded() {
        let mut random = Random::new(11);
        let code = Code::new(&random.normals(256));
        for length in [0, 1, 2, 57] {
            let rates: Vec<u8> = (0..length).map(|_| 1 + random.below(6) as u8).collect();
            let steps: Vec<_> = rates.iter().map(|&rate| Step { rate, weight: 1.0 }).collect();
            let targets = random.normals(length);
            let symbols = Encoder::default().encode(&code, &steps, &targets);
            let expected: Vec<f32> = code.decode(&steps, &symbols).collect();
            assert_eq!(decode(&code, &rates, &pack(&steps, &symbols)), expected);
        }
    }

    /// All symbol sequences of a short input, against the search.
    #[test]
    fn the_search_finds_the_least_error() {
        let mut random = Random::new(12);
        let code = Code::new(&random.normals(64));
        let steps = [(2, 1.0), (1, 0.5), (3, 2.0), (2, 0.1)].map(|(rate, weight)| Step { rate, weight });
        let error = |symbols: &[u8], targets: &[f32]| -> f32 {
            let decoded = code.decode(&steps, symbols).zip(targets).zip(&steps);
            decoded.map(|((value, target), step)| step.weight * (target - value).powi(2)).sum()
        };
        for _ in 0..20 {
            let targets = random.normals(4);
            let found = error(&Encoder::default().encode(&code, &steps, &targets), &targets);
            let least = (0..256u32)
                .map(|all| [all >> 6, all >> 5 & 1, all >> 2 & 7, all & 3].map(|symbol| symbol as u8))
                .map(|symbols| error(&symbols, &targets))
                .fold(f32::INFINITY, f32::min);
            assert!((found - least).abs() < 1e-5, "{found} {least}");
        }
    }

    #[test]
    fn values_are_rounded_as_the_file_has_them() {
        let mut values = vec![0.0; 64];
        values[..3].copy_from_slice(&[1.0, -0.333, 100.0]);
        let code = Code::new(&values);
        let bytes = code.to_bytes();
        assert_eq!(bytes[..7], [6, 0, 16, 0xAC, 0xFA, 0xFF, 0x7F]);
        assert_eq!(code.values()[1], -1364.0 / 4096.0);
    }
}
