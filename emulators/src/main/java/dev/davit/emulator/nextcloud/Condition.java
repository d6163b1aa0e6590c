package dev.davit.emulator.nextcloud;

import dev.davit.emulator.internal.Xml;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;

/** The conditions of a search (WebDAV/search.rst; RFC 5323, 5.10 to 5.16). */
final class Condition {
  /** "Supported DAV properties", searchable. */
  private static final Set<QName> SEARCHABLE =
      Set.of(
          Names.dav("displayname"),
          Names.dav("getcontenttype"),
          Names.oc("size"),
          Names.oc("fileid"),
          Names.oc("favorite"),
          Names.oc("owner-id"));

  private Condition() {}

  static Predicate<Node> of(Element element) {
    return switch (element.getLocalName()) {
      case "and" -> parts(element).stream().reduce(node -> true, Predicate::and);
      case "or" -> parts(element).stream().reduce(node -> false, Predicate::or);
      case "not" -> parts(element).stream().reduce(node -> true, Predicate::and).negate();
      case "like" -> like(element);
      case "is-collection" -> Condition::isFolder;
      case "eq" -> compare(element, sign -> sign == 0);
      case "gt" -> compare(element, sign -> sign > 0);
      case "gte" -> compare(element, sign -> sign >= 0);
      case "lt" -> compare(element, sign -> sign < 0);
      case "lte" -> compare(element, sign -> sign <= 0);
      default -> throw SabreError.of(400, "Unknown operator " + element.getLocalName());
    };
  }

  private static List<Predicate<Node>> parts(Element element) {
    return Xml.children(element).stream().map(Condition::of).toList();
  }

  /** Whatever the case; % is any text, _ any one character, a backslash takes both as they are. */
  private static Predicate<Node> like(Element element) {
    QName name = searchable(element);
    Pattern pattern = pattern(literal(element));
    return node -> pattern.matcher(value(node, name)).matches();
  }

  private static Pattern pattern(String like) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < like.length(); i++) {
      char c = like.charAt(i);
      if (c == '\\' && i + 1 < like.length()) {
        i++;
        regex.append(Pattern.quote(String.valueOf(like.charAt(i))));
      } else {
        regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(
        regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  }

  private static Predicate<Node> compare(Element element, IntPredicate sign) {
    QName name = searchable(element);
    String literal = literal(element);
    return node -> sign.test(compare(value(node, name), literal));
  }

  private static int compare(String value, String literal) {
    return value.matches("\\d{1,18}") && literal.matches("\\d{1,18}")
        ? Long.compare(Long.parseLong(value), Long.parseLong(literal))
        : value.toLowerCase(Locale.ROOT).compareTo(literal.toLowerCase(Locale.ROOT));
  }

  private static boolean isFolder(Node node) {
    return !value(node, Names.dav("resourcetype")).isEmpty();
  }

  /** As text, without the escapes of XML. */
  private static String value(Node node, QName name) {
    Supplier<String> property = node.properties().get(name);
    return property == null
        ? ""
        : property
            .get()
            .replace("&quot;", "\"")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&");
  }

  private static QName searchable(Element element) {
    QName name = property(element);
    if (!SEARCHABLE.contains(name)) {
      throw SabreError.of(400, "The property " + name + " can't be searched");
    }
    return name;
  }

  static QName property(Element element) {
    return Xml.children(Query.need(element, "prop")).stream()
        .findFirst()
        .map(Wanted::name)
        .orElseThrow(() -> SabreError.of(400, "A property is missing"));
  }

  /** With its spaces, which count. */
  private static String literal(Element element) {
    return Query.need(element, "literal").getTextContent();
  }
}
