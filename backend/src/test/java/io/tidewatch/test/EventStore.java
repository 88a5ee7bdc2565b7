package io.tidewatch.test;

import io.restassured.RestAssured;
import org.eclipse.microprofile.config.ConfigProvider;

/** ClickHouse behind the backend's back. */
public final class EventStore {

    private EventStore() {}

    /** Runs a statement in the database of the backend and returns its answer as text. */
    public static String run(String sql) {
        return RestAssured.given()
                .baseUri(ConfigProvider.getConfig().getValue("tidewatch.clickhouse.url", String.class))
                .queryParam("database", "tidewatch")
                .queryParam("mutations_sync", "2")
                .body(sql)
                .post("/")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .extract()
                .asString()
                .strip();
    }

    /** The only number of a statement. */
    public static long number(String sql) {
        return Long.parseLong(run(sql));
    }
}
