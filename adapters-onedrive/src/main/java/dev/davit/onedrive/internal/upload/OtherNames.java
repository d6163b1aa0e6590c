package dev.davit.onedrive.internal.upload;

import java.util.Optional;

/** Names for a file whose own was taken while it was on its way. */
@FunctionalInterface
public interface OtherNames {
  /** None: then that is a conflict. */
  OtherNames NONE = Optional::empty;

  /** Another one each time, which was free a moment ago; nothing if there is none. */
  Optional<String> next();
}
