package io.tidewatch.analysis.stats.performance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Performance of rankings at a cut-off k. One list per query: the relevance of each item, best ranked first, 0 for
 * irrelevant ones. Each metric is a mean over the queries, with the interval of that mean.
 */
public final class RankingPerformance {

    private final List<double[]> queries;

    private RankingPerformance(List<double[]> queries) {
        this.queries = queries;
    }

    /** Performance of these lists of relevance in ranked order. */
    public static RankingPerformance of(List<double[]> queries) {
        return new RankingPerformance(List.copyOf(queries));
    }

    /** All metrics at this cut-off. */
    public List<Metric> metrics(int k) {
        List<Metric> metrics = new ArrayList<>();
        metrics.add(mean("ndcg_at_" + k, query -> ndcg(query, k)));
        metrics.add(mean("map_at_" + k, query -> averagePrecision(query, k)));
        metrics.add(mean("mrr_at_" + k, query -> reciprocalRank(query, k)));
        metrics.add(mean("hit_rate_at_" + k, query -> reciprocalRank(query, k) > 0 ? 1 : 0));
        return metrics;
    }

    private Metric mean(String name, ToDoubleFunction<double[]> metric) {
        double[] values = queries.stream()
                .mapToDouble(metric)
                .filter(value -> !Double.isNaN(value))
                .toArray();
        return Means.metric(name, values, 0);
    }

    /**
     * Discounted gain, sum of relevance / log2(rank + 1), over that of the best possible order; 0 to 1, NaN for a query
     * without relevant items.
     */
    static double ndcg(double[] relevance, int k) {
        double[] best = relevance.clone();
        Arrays.sort(best);
        double gain = 0;
        double ideal = 0;
        for (int rank = 0; rank < Math.min(k, relevance.length); rank++) {
            double discount = Math.log(rank + 2.0) / Math.log(2);
            gain += relevance[rank] / discount;
            ideal += best[best.length - 1 - rank] / discount;
        }
        return ideal == 0 ? Double.NaN : gain / ideal;
    }

    /** Mean precision at the ranks of relevant items, over the relevant items that could be within k. */
    static double averagePrecision(double[] relevance, int k) {
        double sum = 0;
        int found = 0;
        int relevant = 0;
        for (int rank = 0; rank < relevance.length; rank++) {
            if (relevance[rank] > 0) {
                relevant++;
                if (rank < k) {
                    found++;
                    sum += (double) found / (rank + 1);
                }
            }
        }
        return relevant == 0 ? Double.NaN : sum / Math.min(k, relevant);
    }

    /** One over the rank of the first relevant item, 0 if none is within k. */
    static double reciprocalRank(double[] relevance, int k) {
        for (int rank = 0; rank < Math.min(k, relevance.length); rank++) {
            if (relevance[rank] > 0) {
                return 1.0 / (rank + 1);
            }
        }
        return 0;
    }
}
