/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Prints what each pipeline costs a span over none, ours beside the peers and the limit. The arms
 * take turns, and of each the best iteration counts: what else the machine does makes a figure
 * larger, never smaller.
 */
public final class NormalizerComparison {

  private static final int ROUNDS = 3;
  private static final String BYTES = "gc.alloc.rate.norm";
  private static final Set<Pipeline> OTHERS = EnumSet.complementOf(EnumSet.of(Pipeline.PLAIN));

  private final Map<String, Map<Pipeline, List<Double>>> nanos = new LinkedHashMap<>();
  private final Map<String, Map<Pipeline, List<Double>>> bytes = new LinkedHashMap<>();

  private NormalizerComparison() {}

  /**
   * Runs the benchmarks of the normalizer.
   *
   * @param args JMH's own options, such as {@code -p kind=GEN_AI}
   */
  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    Options options =
        new OptionsBuilder()
            .parent(new CommandLineOptions(args))
            .include(NormalizerBenchmark.class.getName())
            .include(EndedSpanBenchmark.class.getName())
            .mode(Mode.AverageTime)
            .addProfiler(GCProfiler.class)
            .forks(1)
            .build();
    NormalizerComparison comparison = new NormalizerComparison();
    for (int round = 0; round < ROUNDS; round++) {
      comparison.add(new Runner(options).run());
    }
    comparison.print();
  }

  private void add(Collection<RunResult> results) {
    for (RunResult result : results) {
      String method = result.getParams().getBenchmark();
      String benchmark = method.substring(method.lastIndexOf('.', method.lastIndexOf('.') - 1) + 1);
      String arm =
          "%-26s %-5s %-14s"
              .formatted(
                  benchmark,
                  result.getParams().getParam("exported"),
                  result.getParams().getParam("kind"));
      Pipeline pipeline = Pipeline.valueOf(result.getParams().getParam("pipeline"));
      for (BenchmarkResult fork : result.getBenchmarkResults()) {
        for (IterationResult iteration : fork.getIterationResults()) {
          keep(nanos, arm, pipeline, iteration.getPrimaryResult());
          Optional.ofNullable(iteration.getSecondaryResults().get(BYTES))
              .ifPresent(result2 -> keep(bytes, arm, pipeline, result2));
        }
      }
    }
  }

  private static void keep(
      Map<String, Map<Pipeline, List<Double>>> scores,
      String arm,
      Pipeline pipeline,
      Result<?> result) {
    scores
        .computeIfAbsent(arm, key -> new LinkedHashMap<>())
        .computeIfAbsent(pipeline, key -> new ArrayList<>())
        .add(result.getScore());
  }

  private void print() {
    System.out.printf("%n%-47s %9s", "benchmark, exported, kind", "PLAIN ns");
    OTHERS.forEach(pipeline -> System.out.printf(" %17s", pipeline + " +ns +B"));
    System.out.printf(" %14s%n", "ours/ON_ENDING");
    nanos.forEach(
        (arm, ofPipelines) -> {
          System.out.printf("%-47s %9.0f", arm, best(ofPipelines, Pipeline.PLAIN));
          Map<Pipeline, List<Double>> bytesOf = bytes.getOrDefault(arm, Map.of());
          OTHERS.forEach(
              pipeline ->
                  System.out.printf(
                      " %10.0f %6.0f", extra(ofPipelines, pipeline), extra(bytesOf, pipeline)));
          System.out.printf(
              " %14.2f%n",
              extra(ofPipelines, Pipeline.NORMALIZED) / extra(ofPipelines, Pipeline.ON_ENDING));
        });
  }

  private static double extra(Map<Pipeline, List<Double>> scores, Pipeline pipeline) {
    return best(scores, pipeline) - best(scores, Pipeline.PLAIN);
  }

  private static double best(Map<Pipeline, List<Double>> scores, Pipeline pipeline) {
    List<Double> of = scores.getOrDefault(pipeline, List.of());
    return of.isEmpty() ? Double.NaN : Collections.min(of);
  }
}
