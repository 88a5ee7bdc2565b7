package io.tidewatch.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.doubles;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumberCountsPropertyTest {

    @Test
    void valuesAreAscendingDistinctAndNoneIsLost() {
        qt().forAll(
                        lists().of(doubles().any()).ofSizeBetween(0, 200),
                        integers().between(1, 52))
                .checkAssert((values, bits) -> {
                    List<Double> finite =
                            values.stream().filter(Double::isFinite).toList();
                    NumberCounts counts = collect(finite, bits);
                    assertThat(counts.present()).isEqualTo(finite.size());
                    for (int row = 1; row < counts.size(); row++) {
                        assertThat(counts.value(row)).isGreaterThan(counts.value(row - 1));
                    }
                });
    }

    @Test
    void roundingMovesAValueByAtMostItsPrecision() {
        qt().forAll(doubles().any(), integers().between(1, 51)).checkAssert((value, bits) -> {
            if (Double.isFinite(value) && Math.abs(value) >= Double.MIN_NORMAL) {
                double rounded = collect(List.of(value), bits).value(0);
                assertThat(Math.abs(rounded - value)).isLessThanOrEqualTo(Math.abs(value) * Math.scalb(1.0, -bits));
            }
        });
    }

    @Test
    void roundingLaterEqualsRoundingAtOnce() {
        qt().forAll(
                        lists().of(doubles().between(-1e6, 1e6)).ofSizeBetween(1, 100),
                        integers().between(1, 40))
                .checkAssert((values, bits) -> {
                    NumberCounts later = collect(values, NumberCounts.EXACT).roundedTo(bits);
                    NumberCounts atOnce = collect(values, bits);
                    assertThat(later.size()).isEqualTo(atOnce.size());
                    for (int row = 0; row < later.size(); row++) {
                        assertThat(later.value(row)).isEqualTo(atOnce.value(row));
                        assertThat(later.count(row)).isEqualTo(atOnce.count(row));
                    }
                    assertThat(later.precisionBits()).isEqualTo(bits);
                });
    }

    @Test
    void momentsAreThoseOfTheRows() {
        NumberMoments moments = NumberMoments.of(collect(List.of(1.0, 2.0, 2.0, 5.0), 52));
        assertThat(moments.mean()).isEqualTo(2.5);
        assertThat(moments.sd()).isEqualTo(Math.sqrt(3));
        assertThat(moments.min()).isEqualTo(1);
        assertThat(moments.max()).isEqualTo(5);
        assertThat(NumberMoments.of(collect(List.of(), 52))).isEqualTo(NumberMoments.NONE);
        assertThat(NumberMoments.of(collect(List.of(7.0), 52)).sd()).isNull();
        assertThat(NumberMoments.of(collect(List.of(1e308, 1.7e308, -1e308), 52))
                        .mean())
                .isFinite();
    }

    private static NumberCounts collect(List<Double> values, int bits) {
        NumberCountsBuilder builder = new NumberCountsBuilder(bits);
        values.forEach(value -> builder.add(value, 1));
        return builder.build(0, 0);
    }
}
