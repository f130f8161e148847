/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import dev.turnspan.extension.client.LlmModule;
import java.util.function.Function;
import net.bytebuddy.asm.Advice;

/** The rules of the house: who may know whom. */
@AnalyzeClasses(
    packages = "dev.turnspan.extension",
    importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {

  private static final DescribedPredicate<JavaClass> APPLICATION_SIDE =
      DescribedPredicate.describe(
          "put beside the application", type -> LlmModule.isApplicationSide(type.getName()));

  @ArchTest
  static final ArchRule application_side_knows_only_java_bridge_and_its_library =
      classes()
          .that(APPLICATION_SIDE)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "java..",
                      "dev.turnspan.bridge..",
                      "dev.turnspan.extension.app..",
                      "dev.turnspan.extension.client.*.app..",
                      "com.anthropic..",
                      "com.azure..",
                      "com.google.adk..",
                      "com.google.genai..",
                      "com.openai..",
                      "dev.langchain4j..",
                      "io.github.ollama4j..",
                      "io.modelcontextprotocol..",
                      "io.opentelemetry.api.trace..",
                      "io.opentelemetry.context..",
                      "io.opentelemetry.instrumentation.api.util..",
                      "io.reactivex.rxjava3..",
                      "kotlin..",
                      "okhttp3..",
                      "okio..",
                      "org.apache.hc..",
                      "org.reactivestreams..",
                      "org.springframework..",
                      "reactor..",
                      "software.amazon.awssdk..",
                      "org.jspecify..")
                  .or(DescribedPredicate.describe("primitive", JavaClass::isPrimitive))
                  .or(DescribedPredicate.describe("array", JavaClass::isArray)));

  @ArchTest
  static final ArchRule openai_knows_its_own_library_only =
      noClasses()
          .that()
          .resideInAPackage("..client.openai..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.langchain4j..");

  @ArchTest
  static final ArchRule langchain4j_knows_its_own_library_only =
      noClasses()
          .that()
          .resideInAPackage("..client.langchain4j..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.openai..");

  @ArchTest
  static final ArchRule anthropic_knows_its_own_library_only =
      noClasses()
          .that()
          .resideInAPackage("..client.anthropic..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.openai..", "dev.langchain4j..");

  @ArchTest
  static final ArchRule agent_side_mentions_libraries_in_advice_only =
      noClasses()
          .that(DescribedPredicate.not(APPLICATION_SIDE))
          .and()
          .haveSimpleNameNotEndingWith("Advice")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.azure..",
              "com.google.adk..",
              "com.google.genai..",
              "com.openai..",
              "com.anthropic..",
              "dev.langchain4j..",
              "io.github.ollama4j..",
              "io.modelcontextprotocol..",
              "io.reactivex.rxjava3..",
              "org.springframework..",
              "reactor..",
              "software.amazon.awssdk..");

  @ArchTest
  static final ArchRule only_advice_of_clients_touches_application_side =
      noClasses()
          .that(DescribedPredicate.not(APPLICATION_SIDE))
          .and()
          .haveSimpleNameNotEndingWith("Advice")
          .should()
          .dependOnClassesThat(APPLICATION_SIDE);

  @ArchTest
  static final ArchRule clients_know_nothing_of_each_other =
      slices().matching("dev.turnspan.extension.client.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("dev.turnspan.extension.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule only_normalize_and_boundary_see_the_sdk =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.turnspan.extension.normalize..", "dev.turnspan.extension.boundary..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.opentelemetry.sdk..")
                  .and(
                      DescribedPredicate.not(
                          // The agent's extension points, and what boot hands from one to the
                          // other there.
                          resideInAnyPackage(
                                  "io.opentelemetry.sdk.autoconfigure.declarativeconfig..",
                                  "io.opentelemetry.sdk.autoconfigure.spi..")
                              .or(nameMatching(".*\\.(SpanProcessor|SdkTracerProviderBuilder)")))));

  @ArchTest
  static final ArchRule engine_knows_no_sdk =
      noClasses()
          .that()
          .resideInAPackage("..engine..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.opentelemetry.sdk..", "net.bytebuddy..", "..client..");

  @ArchTest
  static final ArchRule wire_knows_bridge_and_names_only =
      classes()
          .that()
          .resideInAPackage("..extension.wire..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "java..",
                      "dev.turnspan.bridge..",
                      "dev.turnspan.semconv..",
                      "dev.turnspan.extension.wire..",
                      "io.opentelemetry.context..",
                      "org.jspecify..")
                  .or(nameMatching("dev.turnspan.extension.engine.Failures"))
                  .or(DescribedPredicate.describe("primitive", JavaClass::isPrimitive))
                  .or(DescribedPredicate.describe("array", JavaClass::isArray)));

  @ArchTest
  static final ArchRule only_semconv_creates_attribute_keys =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.turnspan.extension.normalize..")
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "an attribute key is created",
                  call ->
                      call.getTargetOwner()
                          .getName()
                          .equals("io.opentelemetry.api.common.AttributeKey")));

  @ArchTest
  static final ArchRule advice_on_enter_never_throws_into_the_application =
      methods()
          .that()
          .areAnnotatedWith(Advice.OnMethodEnter.class)
          .should(
              suppressEverything(
                  method -> method.getAnnotationOfType(Advice.OnMethodEnter.class).suppress()));

  @ArchTest
  static final ArchRule advice_on_exit_never_throws_into_the_application =
      methods()
          .that()
          .areAnnotatedWith(Advice.OnMethodExit.class)
          .should(
              suppressEverything(
                  method -> method.getAnnotationOfType(Advice.OnMethodExit.class).suppress()));

  @ArchTest
  static final ArchRule application_side_keeps_no_state_in_statics =
      com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields()
          .that()
          .areDeclaredInClassesThat(APPLICATION_SIDE)
          .and()
          .areStatic()
          .should()
          .beFinal();

  private static ArchCondition<JavaMethod> suppressEverything(
      Function<JavaMethod, Class<?>> suppressed) {
    return ArchConditions.be(
        DescribedPredicate.describe(
            "guarded", method -> suppressed.apply(method) == Throwable.class));
  }
}
