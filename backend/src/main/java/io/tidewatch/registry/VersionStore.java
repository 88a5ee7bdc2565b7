package io.tidewatch.registry;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Rows of versions whose schemas are inferred. The caller holds the lock of the model. */
@ApplicationScoped
class VersionStore {

    private static final String DESCRIPTION = "Registered from its first events";

    private final StoredSchema stored;
    private final Clock clock;

    VersionStore(StoredSchema stored, Clock clock) {
        this.stored = stored;
        this.clock = clock;
    }

    Uni<List<ModelVersion>> all(Mutiny.Session session, ModelId model) {
        // What was read before in the same transaction may have changed since.
        return session.flush()
                .invoke(session::clear)
                .chain(() -> session.createQuery(
                                "from ModelVersionEntity where modelId = :model order by id", ModelVersionEntity.class)
                        .setParameter("model", model.value())
                        .getResultList())
                .map(rows -> rows.stream().map(stored::toDomain).toList());
    }

    Uni<ModelVersion> addInferred(Mutiny.Session session, ModelId model, String version, InferredSchema schema) {
        return places(session, model)
                .chain(places -> nextSchema(session, model).chain(schemaId -> {
                    ModelVersionEntity entity = new ModelVersionEntity();
                    entity.modelId = model.value();
                    entity.version = version;
                    entity.description = DESCRIPTION;
                    entity.schemaId = schemaId;
                    entity.schema = stored.features(
                            schema.features().stream().map(places::place).toList());
                    entity.output = stored.output(schema.output());
                    entity.parameters = new JsonObject();
                    entity.metrics = new JsonObject();
                    entity.createdAt = clock.instant();
                    entity.schemaState = SchemaState.INFERRED;
                    entity.earlierSchemas = stored.earlier(List.of());
                    return session.persistAll(places.added().toArray())
                            .chain(() -> session.persist(entity))
                            .call(session::flush)
                            .replaceWith(() -> stored.toDomain(entity));
                }));
    }

    /**
     * Gives a version another schema. Where every feature keeps its type the number of the schema stays, because events
     * stored so far read the same; otherwise they keep the number of the schema that they were stored with.
     */
    Uni<ModelVersion> replace(
            Mutiny.Session session, ModelId model, ModelVersion before, InferredSchema next, SchemaState state) {
        return places(session, model).chain(places -> {
            List<PositionedFeature> features =
                    next.features().stream().map(places::place).toList();
            boolean sameForm = isSameForm(before.schema().features(), features);
            Uni<Integer> number =
                    sameForm ? Uni.createFrom().item(before.schema().id()) : nextSchema(session, model);
            return number.chain(schemaId -> session.find(VersionSchemaEntity.class, before.id())
                    .chain(entity -> {
                        List<FeatureSchema> earlier = new ArrayList<>(before.earlierSchemas());
                        if (!sameForm) {
                            earlier.add(before.schema());
                        }
                        entity.schemaId = schemaId;
                        entity.schema = stored.features(features);
                        entity.output = stored.output(next.output());
                        entity.schemaState = state;
                        entity.earlierSchemas = stored.earlier(earlier);
                        return session.persistAll(places.added().toArray())
                                .call(session::flush)
                                .replaceWith(() -> new ModelVersion(
                                        before.id(),
                                        before.version(),
                                        before.description(),
                                        new FeatureSchema(schemaId, features),
                                        next.output(),
                                        before.parameters(),
                                        before.metrics(),
                                        before.trainedFrom(),
                                        before.trainedTo(),
                                        before.run(),
                                        before.createdAt(),
                                        state,
                                        earlier));
                    }));
        });
    }

    /** True if both hold the same features at the same places, whatever else is said about them. */
    static boolean isSameForm(List<PositionedFeature> before, List<PositionedFeature> after) {
        return forms(before).equals(forms(after));
    }

    private static Set<Form> forms(List<PositionedFeature> features) {
        return features.stream()
                .map(feature -> new Form(
                        feature.name(),
                        feature.type(),
                        feature.position(),
                        feature.feature().dimension()))
                .collect(Collectors.toSet());
    }

    /** Where the features of the model's versions are stored. */
    static Uni<FeaturePlaces> places(Mutiny.Session session, ModelId model) {
        return session.createQuery("from ModelFeatureEntity where modelId = :model", ModelFeatureEntity.class)
                .setParameter("model", model.value())
                .getResultList()
                .map(known -> new FeaturePlaces(model, known));
    }

    /** The number of the model's next schema: versions and corrections count on together. */
    static Uni<Integer> nextSchema(Mutiny.Session session, ModelId model) {
        return session.createQuery(
                        "from ModelVersionEntity where modelId = :model order by schemaId desc",
                        ModelVersionEntity.class)
                .setParameter("model", model.value())
                .setMaxResults(1)
                .getSingleResultOrNull()
                .map(newest -> newest == null ? 1 : newest.schemaId + 1);
    }

    private record Form(
            String name,
            FeatureType type,
            int position,
            @Nullable Integer dimension) {}
}
