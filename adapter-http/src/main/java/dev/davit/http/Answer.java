package dev.davit.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a route answers when all went well.
 *
 * @param statuses with which status
 * @param view what, as JSON; null where the answer is empty or no JSON
 * @param item of what it is a list; null where it is none
 * @param mediaType of the body; null where the answer is empty
 */
record Answer(
    List<Integer> statuses,
    @Nullable Class<? extends View> view,
    @Nullable Class<? extends View> item,
    @Nullable String mediaType) {
  static final String JSON = "application/json";

  static Answer of(int status, Class<? extends View> view) {
    return new Answer(List.of(status), view, null, JSON);
  }

  static Answer of(Class<? extends View> view, Integer... statuses) {
    return new Answer(List.of(statuses), view, null, JSON);
  }

  static Answer list(Class<? extends View> item) {
    return new Answer(List.of(200), PageView.class, item, JSON);
  }

  static Answer empty(Integer... statuses) {
    return new Answer(List.of(statuses), null, null, null);
  }

  static Answer bytes(String mediaType, Integer... statuses) {
    return new Answer(List.of(statuses), null, null, mediaType);
  }
}
