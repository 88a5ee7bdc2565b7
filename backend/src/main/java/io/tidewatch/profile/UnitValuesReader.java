package io.tidewatch.profile;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.clickhouse.ClickHouse;
import io.tidewatch.platform.clickhouse.Query;
import io.tidewatch.platform.clickhouse.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Reads the distinct values of one variable by step of time. */
@ApplicationScoped
public class UnitValuesReader {

    private final ClickHouse clickHouse;

    UnitValuesReader(ClickHouse clickHouse) {
        this.clickHouse = clickHouse;
    }

    /**
     * Values by number of the step since 1970. Missing values are not counted.
     *
     * @param precisionBits bits of the mantissa to keep of numbers
     */
    public Uni<Map<Integer, ValueCounts>> read(
            WindowSelection window, Variable variable, int precisionBits, Duration step) {
        Map<Integer, ValueCounts> byUnit = new TreeMap<>();
        if (variable.type().isNumeric()) {
            return query(window, variable, step, "unit-numbers")
                    .bind("mask", mask(precisionBits))
                    .forEach(row -> byUnit.put(row.int32("unit"), numbers(row, precisionBits)))
                    .replaceWith(byUnit);
        }
        if (variable.type().isCategorical()) {
            return query(window, variable, step, "unit-categories")
                    .forEach(row -> byUnit.put(row.int32("unit"), categories(row)))
                    .replaceWith(byUnit);
        }
        return Uni.createFrom().item(byUnit);
    }

    private Query query(WindowSelection window, Variable variable, Duration step, String statement) {
        return clickHouse
                .query("profile/" + statement, window.organization())
                .bind("modelId", window.model().value())
                .between(window.from(), window.to())
                .bind("version", window.versionOrAll())
                .bind("environment", window.environmentOrAll())
                .bind("source", variable.source().name())
                .bind("position", variable.position() + 1)
                .bind("stepMillis", step.toMillis());
    }

    private static NumberCounts numbers(Row row, int precisionBits) {
        return FiniteValues.of(row.float64s("values"), row.int64s("counts"), precisionBits)
                .numbers();
    }

    private static CategoryCounts categories(Row row) {
        return new CategoryCounts(CategoryCounts.zip(row.strings("labels"), row.int64s("counts")), 0, 0, 0);
    }

    private static BigInteger mask(int bits) {
        long mask = NumberCountsBuilder.mask(bits);
        return new BigInteger(Long.toUnsignedString(mask));
    }
}
