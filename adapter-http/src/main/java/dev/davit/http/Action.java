package dev.davit.http;

/** What a route does: parses into values, makes one call, answers. */
@FunctionalInterface
interface Action {
  void run(Call call) throws Exception;
}
