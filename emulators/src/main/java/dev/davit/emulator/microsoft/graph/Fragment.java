package dev.davit.emulator.microsoft.graph;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a PUT to an upload session brings (driveitem-createuploadsession, "Upload bytes to the
 * upload session").
 *
 * @param first byte
 * @param last byte, inclusive
 * @param total of the whole file
 */
record Fragment(long first, long last, long total) {
  /** Every fragment but the last is a multiple of this. */
  static final int UNIT = 320 << 10;

  /** The bytes of a request are fewer. */
  static final long LIMIT = 60L << 20;

  private static final Pattern FORM =
      Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

  /**
   * Reads {@code Content-Range} and {@code Content-Length}.
   *
   * @throws Refused 400 or 413 where they are missing, too long, or do not fit together
   */
  static Fragment of(HttpServletRequest request) {
    long length = request.getContentLengthLong();
    if (length < 0) { // Words seen: github.com/MicrosoftDocs/TeamBlogFeedback/issues/27
      throw invalid(
          "The size of the provided stream is not known. Make sure the request is not chunked, and"
              + " the Content-Length header is specified");
    }
    Fragment fragment = of(request.getHeader("Content-Range"));
    if (length
        != fragment.length()) { // Words seen: github.com/calebdevelop/onedrive-api-for-php/issues/3
      throw invalid("Declared fragment length does not match the provided number of bytes");
    }
    fragment.check();
    return fragment;
  }

  private static Fragment of(@Nullable String header) {
    Matcher form = FORM.matcher(String.valueOf(header));
    if (!form.matches()) {
      throw invalid("The Content-Range header is missing or malformed.");
    }
    if (form.group(3).equals("*")) { // Words seen: github.com/microsoft/AI-in-One-Dashboard/pull/35
      throw invalid("Content-Range must include a total length");
    }
    return new Fragment(
        Long.parseLong(form.group(1)),
        Long.parseLong(form.group(2)),
        Long.parseLong(form.group(3)));
  }

  private void check() {
    if (last < first || last >= total) {
      throw Refused.of(400, "invalidRange", "The specified byte range is invalid.");
    }
    if (length() >= LIMIT) {
      throw Refused.of(413, "invalidRequest", "Each fragment must be less than 60 MiB.")
          .inner("maxFragmentLengthExceeded");
    }
    if (!isLast() && length() % UNIT != 0) {
      throw invalid("The size of each fragment but the last must be a multiple of 327,680 bytes.");
    }
  }

  private static Refused invalid(String message) {
    return Refused.of(400, "invalidRequest", message);
  }

  boolean isLast() {
    return last + 1 == total;
  }

  long length() {
    return last - first + 1;
  }
}
