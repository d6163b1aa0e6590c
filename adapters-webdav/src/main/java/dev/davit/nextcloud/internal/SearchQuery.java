package dev.davit.nextcloud.internal;

import dev.davit.outbound.transfer.Payload;
import dev.davit.webdav.internal.dav.DavPath;
import dev.davit.webdav.internal.storage.Propfind;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A {@code basicsearch} for names, with the limits that Nextcloud knows. Its scope is a path as it
 * is, not encoded.
 *
 * @param files whose tree, below the top of the WebDAV
 * @param words what the names must hold, as it is
 * @param most how many are answered
 * @param offset how many are skipped
 */
record SearchQuery(DavPath files, String words, long most, long offset) {
  /** What XML 1.0 can't say, and so no name that is answered has. */
  private static final Pattern UNSAYABLE =
      Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ud800-\\udfff\\ufffe\\uffff]");

  private static final String FORM =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <d:searchrequest xmlns:d="DAV:"><d:basicsearch>
      <d:select><d:prop xmlns="DAV:">%s</d:prop></d:select>
      <d:from><d:scope><d:href>/%s</d:href><d:depth>infinity</d:depth></d:scope></d:from>
      <d:where><d:like><d:prop><d:displayname/></d:prop><d:literal>%s</d:literal></d:like></d:where>
      <d:orderby><d:order><d:prop><d:displayname/></d:prop><d:ascending/></d:order></d:orderby>
      <d:limit><d:nresults>%d</d:nresults>
      <s:firstresult xmlns:s="https://github.com/icewind1991/SearchDAV/ns">%d</s:firstresult>
      </d:limit></d:basicsearch></d:searchrequest>
      """;

  /** Whether a name can hold these words at all. */
  static boolean canBe(String words) {
    return !UNSAYABLE.matcher(words).find();
  }

  Payload payload() {
    String scope = escaped(files.parent().name() + "/" + files.name());
    String body = FORM.formatted(Propfind.NEXTCLOUD_ENTRY, scope, escaped(pattern()), most, offset);
    return Payload.of(body.getBytes(StandardCharsets.UTF_8), "text/xml; charset=utf-8");
  }

  /** As SQL's LIKE has it, which is what the server makes of it. */
  private String pattern() {
    return "%" + words.replaceAll("[\\\\%_]", "\\\\$0") + "%";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
