/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.kit;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;

/**
 * Finds artifacts the way the build does: same settings, mirrors, local repository. The versions of
 * the libraries under test are lines of a text file, so they cannot be dependencies of a pom.
 */
final class Artifacts implements AutoCloseable {

  private final Context maven;

  Artifacts() {
    ContextOverrides.Builder overrides = ContextOverrides.create().withUserSettings(true);
    String localRepository = System.getProperty("maven.repo.local", "");
    if (!localRepository.isEmpty()) {
      overrides.withLocalRepositoryOverride(Path.of(localRepository));
    }
    maven = Runtimes.INSTANCE.getRuntime().create(overrides.build());
  }

  /** One artifact without its dependencies. */
  Path jar(String coordinates) {
    try {
      return maven
          .repositorySystem()
          .resolveArtifact(
              maven.repositorySystemSession(),
              new ArtifactRequest(
                  new DefaultArtifact(coordinates), maven.remoteRepositories(), null))
          .getArtifact()
          .getFile()
          .toPath();
    } catch (ArtifactResolutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Artifacts with all that they need at run time, as a build that names them would get it. */
  List<Path> classPath(List<String> coordinates) {
    CollectRequest collect = new CollectRequest();
    collect.setRepositories(maven.remoteRepositories());
    for (String each : coordinates) {
      collect.addDependency(new Dependency(new DefaultArtifact(each), JavaScopes.RUNTIME));
    }
    try {
      return maven
          .repositorySystem()
          .resolveDependencies(
              maven.repositorySystemSession(),
              new DependencyRequest(
                  collect, DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME)))
          .getArtifactResults()
          .stream()
          .map(ArtifactResult::getArtifact)
          .map(Artifact::getFile)
          .map(java.io.File::toPath)
          .toList();
    } catch (DependencyResolutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    maven.close();
  }
}
