package io.tidewatch.demo.feed;

import io.tidewatch.demo.feature.FeatureVector;
import io.tidewatch.demo.flight.FlightPeriods;
import io.tidewatch.demo.flight.FlightTime;
import io.tidewatch.demo.flight.SampledFlight;
import io.tidewatch.demo.training.DemoModels;
import io.tidewatch.demo.training.LateModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Asks the models about flights, many at a time. */
public final class Scorer {
    private static final int VERSION_2_FROM = FlightTime.startOf(FlightPeriods.VERSION_2);

    private final DemoModels models;
    private final String keySuffix;

    /**
     * @param keySuffix appended to the keys under which the models are registered
     */
    public Scorer(DemoModels models, String keySuffix) {
        this.models = models;
        this.keySuffix = keySuffix;
    }

    /**
     * A flight to be scored.
     *
     * @param occurredAt when it leaves in the replay
     * @param features what the models get to see
     */
    public record Question(SampledFlight sampled, Instant occurredAt, FeatureVector features) {}

    /** The models registered for these answers. */
    public List<ModelFeed> feeds() {
        return List.of(
                new FlightDelayFeed(models.summary(), keySuffix),
                new DelayMinutesFeed(models.summary(), keySuffix),
                new LateRuleFeed(keySuffix));
    }

    /** Answers in the order of the questions; each by the version that served its time. */
    public List<ScoredFlight> score(List<Question> questions) {
        List<ScoredFlight> answers = new ArrayList<>(questions.size());
        int split = 0;
        while (split < questions.size() && !servedByVersion2(questions.get(split))) {
            split++;
        }
        score(questions.subList(0, split), FlightDelayFeed.VERSION_1, models.late1(), answers);
        score(questions.subList(split, questions.size()), FlightDelayFeed.VERSION_2, models.late2(), answers);
        return answers;
    }

    private void score(List<Question> questions, String version, LateModel late, List<ScoredFlight> answers) {
        if (questions.isEmpty()) {
            return;
        }
        List<FeatureVector> features =
                questions.stream().map(Question::features).toList();
        double[] probabilities = late.probabilities(features);
        double[] minutes = models.minutes().minutes(features);
        for (int index = 0; index < probabilities.length; index++) {
            Question question = questions.get(index);
            answers.add(new ScoredFlight(
                    question.sampled(),
                    question.occurredAt(),
                    question.features(),
                    version,
                    probabilities[index],
                    minutes[index]));
        }
    }

    private static boolean servedByVersion2(Question question) {
        return question.sampled().flight().minute() >= VERSION_2_FROM;
    }
}
