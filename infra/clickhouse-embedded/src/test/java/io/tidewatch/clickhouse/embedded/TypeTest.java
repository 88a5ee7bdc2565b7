package io.tidewatch.clickhouse.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.clickhouse.client.api.query.GenericRecord;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every type that Tidewatch stores, written as SQL and read back by both clients. */
class TypeTest {

    private static final String COLUMNS = """
            id UUID,
            text String,
            word LowCardinality(String),
            at DateTime64(3, 'UTC'),
            second DateTime('UTC'),
            f32 Float32,
            f64 Float64,
            f64s Array(Float64),
            u8 UInt8,
            u16 UInt16,
            u32 UInt32,
            u64 UInt64,
            i64 Int64,
            words Array(LowCardinality(String)),
            i64s Array(Int64),
            map Map(LowCardinality(String), LowCardinality(String)),
            total SimpleAggregateFunction(sum, UInt64),
            maybe Nullable(Float64),
            flag Bool
            """;

    private static String database;

    @BeforeAll
    static void writeRow() {
        database = SharedEngine.newDatabase();
        SharedEngine.execute("CREATE TABLE " + database + ".types (" + COLUMNS + ") ENGINE = MergeTree ORDER BY id");
        SharedEngine.execute("INSERT INTO " + database + ".types VALUES ("
                + "'01890a5d-ac96-774b-bcce-b302099a8057', 'zero\\0byte', 'ATL', '2001-06-30 23:59:59.999',"
                + " '2001-06-30 23:59:59', inf, nan, [1.5, nan, inf, -inf, -0.0, 4.9e-324],"
                + " 255, 65535, 4294967295, 18446744073709551615, -9223372036854775808,"
                + " ['a', '', 'a'], [-1, 9007199254740993], {'k': 'v', 'empty': ''}, 42, NULL, true)");
    }

    @Test
    void clientReadsThem() {
        GenericRecord row = SharedEngine.client()
                .queryAll("SELECT * FROM " + database + ".types")
                .getFirst();
        assertThat(row.getUUID("id")).hasToString("01890a5d-ac96-774b-bcce-b302099a8057");
        assertThat(row.getString("text")).isEqualTo("zero\0byte");
        assertThat(row.getString("word")).isEqualTo("ATL");
        assertThat(row.getInstant("at")).hasToString("2001-06-30T23:59:59.999Z");
        assertThat(row.getInstant("second")).hasToString("2001-06-30T23:59:59Z");
        assertThat(row.getFloat("f32")).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(row.getDouble("f64")).isNaN();
        assertThat(row.getDoubleArray("f64s"))
                .containsExactly(1.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, 4.9e-324);
        assertThat(row.getInteger("u8")).isEqualTo(255);
        assertThat(row.getInteger("u16")).isEqualTo(65_535);
        assertThat(row.getLong("u32")).isEqualTo(4_294_967_295L);
        assertThat(row.getBigInteger("u64")).hasToString("18446744073709551615");
        assertThat(row.getLong("i64")).isEqualTo(Long.MIN_VALUE);
        assertThat(row.<String>getList("words")).isEqualTo(List.of("a", "", "a"));
        assertThat(row.getLongArray("i64s")).containsExactly(-1L, 9_007_199_254_740_993L);
        assertThat(row.getObject("map")).isEqualTo(Map.of("k", "v", "empty", ""));
        assertThat(row.getLong("total")).isEqualTo(42L);
        assertThat(row.hasValue("maybe")).isFalse();
        assertThat(row.getBoolean("flag")).isTrue();
    }

    @Test
    void jdbcReadsThem() throws SQLException {
        try (Connection connection = SharedEngine.jdbc(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM types")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString("id")).isEqualTo("01890a5d-ac96-774b-bcce-b302099a8057");
            assertThat(row.getString("text")).isEqualTo("zero\0byte");
            assertThat(row.getFloat("f32")).isEqualTo(Float.POSITIVE_INFINITY);
            assertThat(row.getDouble("f64")).isNaN();
            assertThat(row.getLong("i64")).isEqualTo(Long.MIN_VALUE);
            assertThat(row.getArray("i64s").getArray()).isEqualTo(new Long[] {-1L, 9_007_199_254_740_993L});
            assertThat(row.getObject("map")).isEqualTo(Map.of("k", "v", "empty", ""));
            assertThat(row.getObject("maybe")).isNull();
            assertThat(row.getTimestamp("at").toInstant()).hasToString("2001-06-30T23:59:59.999Z");
        }
    }
}
