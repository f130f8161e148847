/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.boot;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A node of the model that the SDK makes of a YAML file, whatever the SDK calls its members: the
 * classes moved and their methods were renamed between the agents 2.28 and 2.33, so none of them is
 * linked.
 */
final class ModelNode {

  /** The model is of another shape than those of the known versions. */
  static final class NoSuchMember extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoSuchMember(String what) {
      super("the configuration model lacks " + what);
    }
  }

  private static final List<String> EXTRAS =
      List.of("getExtensionProperties", "getAdditionalProperties");
  private static final List<String> SET_EXTRA =
      List.of("setExtensionProperty", "setAdditionalProperty");

  private ModelNode() {}

  /** The node at the end of a path, null if it is not there. */
  static @Nullable Object find(Object node, String... path) {
    Object found = node;
    for (String name : path) {
      found = found == null ? null : child(found, name);
    }
    return found;
  }

  /** A member by its name in YAML, whether or not the SDK knows it; null if it is not there. */
  static @Nullable Object child(Object node, String name) {
    if (node instanceof Map<?, ?> map) {
      return map.get(name);
    }
    Method getter = method(node.getClass(), List.of("get" + camelCase(name)), 0);
    Object value = getter == null ? null : invoke(getter, node);
    return value == null ? asMap(node).get(name) : value;
  }

  /** The members that the SDK does not know, or all of a map. */
  static Map<String, Object> asMap(Object node) {
    Object extras = node;
    if (!(node instanceof Map<?, ?>)) {
      Method getter = method(node.getClass(), EXTRAS, 0);
      extras = getter == null ? null : invoke(getter, node);
    }
    Map<String, Object> members = new LinkedHashMap<>();
    if (extras instanceof Map<?, ?> map) {
      map.forEach((name, value) -> members.put(String.valueOf(name), value));
    }
    return members;
  }

  /** Sets a member that the SDK does not know. */
  static void setExtra(Object node, String name, Map<String, Object> value) {
    Method setter = method(node.getClass(), SET_EXTRA, 2);
    if (setter == null) {
      throw new NoSuchMember("a way to set " + name);
    }
    Class<?> type = setter.getParameterTypes()[1];
    if (type.isInstance(value)) {
      invoke(setter, node, name, value);
      return;
    }
    Object property = make(type);
    Method put = method(type, SET_EXTRA, 2);
    if (put == null) {
      throw new NoSuchMember("a way to fill " + name);
    }
    value.forEach((key, member) -> invoke(put, property, key, member));
    invoke(setter, node, name, property);
  }

  /** Sets a member that the SDK knows. */
  static void set(Object node, String name, Object value) {
    String member = camelCase(name);
    Method setter = method(node.getClass(), List.of("set" + member, "with" + member), 1);
    if (setter == null) {
      throw new NoSuchMember("a way to set " + name);
    }
    invoke(setter, node, value);
  }

  /** Adds an empty member that the SDK knows. */
  static Object add(Object node, String name) {
    Method getter = method(node.getClass(), List.of("get" + camelCase(name)), 0);
    if (getter == null) {
      throw new NoSuchMember(name);
    }
    Object added = make(getter.getReturnType());
    set(node, name, added);
    return added;
  }

  /** An empty node of the same kind. */
  static Object another(Object node) {
    return make(node.getClass());
  }

  /** An empty element for a list that the SDK knows, even if that has none. */
  static Object element(Object node, String list) {
    Method getter = method(node.getClass(), List.of("get" + camelCase(list)), 0);
    if (getter != null
        && getter.getGenericReturnType() instanceof ParameterizedType generic
        && generic.getActualTypeArguments()[0] instanceof Class<?> type) {
      return make(type);
    }
    throw new NoSuchMember("elements of " + list);
  }

  private static Object make(Class<?> type) {
    try {
      return type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new NoSuchMember("a constructor of " + type.getSimpleName());
    }
  }

  private static @Nullable Method method(Class<?> type, List<String> names, int parameters) {
    for (Method method : type.getMethods()) {
      if (names.contains(method.getName()) && method.getParameterCount() == parameters) {
        return method;
      }
    }
    return null;
  }

  private static @Nullable Object invoke(
      Method method, Object node, @Nullable Object... arguments) {
    try {
      return method.invoke(node, arguments);
    } catch (ReflectiveOperationException e) {
      throw new NoSuchMember(method.getName());
    }
  }

  private static String camelCase(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.split("[_/]", -1)) {
      camel.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return camel.toString();
  }
}
