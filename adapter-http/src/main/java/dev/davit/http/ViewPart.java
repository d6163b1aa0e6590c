package dev.davit.http;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One component of a view.
 *
 * @param name as it stands in JSON
 * @param component as it stands in the record
 */
record ViewPart(String name, RecordComponent component) {
  private static final ClassValue<List<ViewPart>> PARTS =
      new ClassValue<>() {
        @Override
        protected List<ViewPart> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents())
              .map(c -> new ViewPart(snakeCase(c.getName()), c))
              .toList();
        }
      };

  static List<ViewPart> of(Class<?> view) {
    return PARTS.get(view);
  }

  @Nullable Object of(View view) {
    try {
      return component.getAccessor().invoke(view);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String snakeCase(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
