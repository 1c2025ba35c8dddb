//! The formulas: how good a ranking is, from the grades of what it holds.
//!
//! Takes grades in the order of the ranking (0 = wrong or not judged, 1 = on the edge, 2 = helpful, 3 = exactly that)
//! and all grades of the judgement; gives numbers from 0 to 1. Nobody looks past [`DEPTH`] offers, so neither do these,
//! except [`reciprocal_rank`].

/// Ranks that count.
pub const DEPTH: usize = 10;
/// Least grade that [`recall`] asks for: every offer an adviser would name, also one on the edge. So it is the weakest
/// demand; [`ndcg`] is the one that tells grades apart.
const FOUND: u8 = 1;
/// Least grade that [`reciprocal_rank`] asks for: something that clearly helps.
const HELPFUL: u8 = 2;

/// nDCG@10: `DCG / DCG of the best possible order`, where `DCG = Σ (2^grade − 1) / log2(rank + 1)` over the first
/// [`DEPTH`] ranks, counted from 1. The best order is that of all judged grades. 0 if nothing relevant was judged.
///
/// Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques", ACM TOIS 20 (2002); this gain: Burges
/// et al., "Learning to rank using gradient descent", ICML 2005.
#[must_use]
pub fn ndcg(ranking: &[u8], judged: &[u8]) -> f64 {
    let mut ideal = judged.to_vec();
    ideal.sort_unstable_by(|a, b| b.cmp(a));
    let best = dcg(&ideal);
    if best > 0.0 { dcg(ranking) / best } else { 0.0 }
}

fn dcg(grades: &[u8]) -> f64 {
    let gain = |(i, grade): (usize, &u8)| (2f64.powi(i32::from(*grade)) - 1.0) / (i as f64 + 2.0).log2();
    // Not `sum`: that of nothing is -0.0, which shows.
    grades.iter().take(DEPTH).enumerate().map(gain).fold(0.0, |sum, gain| sum + gain)
}

/// Recall@10: `relevant in the first 10 / min(10, relevant judged)`, relevant from grade 1. With more than ten relevant
/// offers a full first page is 1, as it cannot be better. 0 if nothing relevant was judged.
///
/// Manning, Raghavan and Schütze, "Introduction to Information Retrieval" (2008), 8.4; the cap as in Thakur et al.,
/// "BEIR", NeurIPS 2021.
#[must_use]
pub fn recall(ranking: &[u8], judged: &[u8]) -> f64 {
    let relevant = |grades: &[u8]| grades.iter().filter(|grade| **grade >= FOUND).count();
    let possible = relevant(judged).min(DEPTH);
    if possible == 0 {
        return 0.0;
    }
    relevant(&ranking[..ranking.len().min(DEPTH)]) as f64 / possible as f64
}

/// `1 / rank` of the first offer of grade 2 or more, 0 without one; its mean over queries is MRR.
///
/// Voorhees, "The TREC-8 Question Answering Track Report", TREC 1999.
#[must_use]
pub fn reciprocal_rank(ranking: &[u8]) -> f64 {
    ranking.iter().position(|grade| *grade >= HELPFUL).map_or(0.0, |i| 1.0 / (i as f64 + 1.0))
}

/// The arithmetic mean; `None` of nothing.
#[must_use]
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-6
    }

    #[test]
    fn ndcg_divides_the_gain_by_that_of_the_best_order() {
        // 7 and 3 are the gains of grades 3 and 2; ranks 1, 2, 3 are divided by 1, log2(3) and 2.
        let third = 3f64.log2();
        assert!(near(ndcg(&[3, 2, 0], &[2, 3]), 1.0));
        assert!(near(ndcg(&[2, 3], &[2, 3]), (3.0 + 7.0 / third) / (7.0 + 3.0 / third)));
        assert!(near(ndcg(&[0, 0, 3], &[2, 3]), 3.5 / (7.0 + 3.0 / third)));
        assert!(ndcg(&[], &[1]).is_sign_positive() && near(ndcg(&[0], &[0]), 0.0));
    }

    #[test]
    fn the_eleventh_rank_counts_for_nothing() {
        let late: Vec<u8> = [[0; 10].as_slice(), &[3]].concat();
        assert!(near(ndcg(&late, &[3]), 0.0) && near(recall(&late, &[3]), 0.0));
        assert!(near(reciprocal_rank(&late), 1.0 / 11.0));
    }

    #[test]
    fn recall_asks_for_ten_at_most_and_for_grade_one_at_least() {
        assert!(near(recall(&[1, 0, 3], &[1, 3, 2, 0]), 2.0 / 3.0));
        assert!(near(recall(&[2; 10], &[2; 25]), 1.0));
    }

    #[test]
    fn the_reciprocal_rank_waits_for_grade_two() {
        assert!(near(reciprocal_rank(&[0, 1, 2]), 1.0 / 3.0));
        assert!(near(reciprocal_rank(&[1, 1]), 0.0));
    }
}
