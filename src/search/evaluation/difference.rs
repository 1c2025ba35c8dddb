//! Whether two runs over the same queries differ by more than chance: a paired bootstrap.
//!
//! Takes the differences query by query; gives their mean with the interval in which it would lie in 95 of 100 sets of
//! such queries. The same differences always give the same interval.

use super::metrics::mean;

/// How often the queries are drawn anew.
const DRAWS: usize = 10_000;
/// Shares of draws below and above the interval.
const TAIL: f64 = 0.025;
/// Where the draws begin; any number does.
const SEED: u64 = 20_261_121;

/// A mean difference with its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// The mean, positive where the new run is better.
    pub mean: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end of the interval; without 0 in between the runs differ.
    pub high: f64,
}

impl Difference {
    /// The mean of paired differences and its percentile bootstrap interval: as many differences as there are, drawn
    /// with replacement, ten thousand times; from the sorted means of the draws 2.5 % are cut off at both ends. `None`
    /// without differences.
    ///
    /// Efron and Tibshirani, "An Introduction to the Bootstrap" (1993), 13.3; for search: Sakai, "Evaluating evaluation
    /// metrics based on the bootstrap", SIGIR 2006.
    #[must_use]
    pub fn of(differences: &[f64]) -> Option<Self> {
        let mean = mean(differences)?;
        let mut random = Random(SEED);
        let count = differences.len();
        let mut means: Vec<f64> = (0..DRAWS)
            .map(|_| (0..count).map(|_| differences[random.below(count)]).sum::<f64>() / count as f64)
            .collect();
        means.sort_by(f64::total_cmp);
        let at = |share: f64| means[(share * (DRAWS - 1) as f64).round() as usize];
        Some(Self { mean, low: at(TAIL), high: at(1.0 - TAIL) })
    }
}

/// SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): even enough for drawing queries, and the same everywhere.
struct Random(u64);

impl Random {
    /// A number below `limit`; the upper half of the product of a random number with it.
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^= x >> 31;
        ((u128::from(x) * limit as u128) >> 64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_runs_do_not_differ() {
        assert_eq!(Difference::of(&[0.0; 50]), Some(Difference { mean: 0.0, low: 0.0, high: 0.0 }));
        assert_eq!(Difference::of(&[]), None);
    }

    #[test]
    fn chance_covers_zero_and_a_steady_gain_does_not() {
        let chance: Vec<f64> = (0..100).map(|i| if i % 2 == 0 { 0.1 } else { -0.1 }).collect();
        let gain: Vec<f64> = chance.iter().map(|d| d + 0.05).collect();
        let (chance, gain) = (Difference::of(&chance).unwrap(), Difference::of(&gain).unwrap());
        assert!(chance.low < 0.0 && chance.high > 0.0, "{chance:?}");
        assert!(gain.low > 0.0 && (gain.mean - 0.05).abs() < 1e-9, "{gain:?}");
        // The standard error of 100 draws of ±0.1 is 0.01; 95 % lie within 1.96 of them.
        assert!((chance.high - 0.0196).abs() < 0.002 && (chance.low + 0.0196).abs() < 0.002, "{chance:?}");
    }
}
