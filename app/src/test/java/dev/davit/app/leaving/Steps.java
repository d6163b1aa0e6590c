package dev.davit.app.leaving;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Is told of each call that something has done, before its caller hears of it. */
@FunctionalInterface
interface Steps {
  /** Nobody who is told. */
  Steps NONE = method -> {};

  /**
   * The call is done.
   *
   * @param method how it is named in its port
   */
  void after(String method);

  /** The same thing, but that it tells of each call. */
  default <T> T watch(Class<T> type, T target) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          try {
            Object answer = method.invoke(target, arguments);
            after(method.getName());
            return answer;
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        };
    Class<?>[] types = {type};
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), types, handler));
  }
}
