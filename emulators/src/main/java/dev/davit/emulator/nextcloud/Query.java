package dev.davit.emulator.nextcloud;

import dev.davit.emulator.internal.Xml;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;

/**
 * A {@code d:searchrequest} that was understood.
 *
 * @param select which properties to tell
 * @param scope where to look
 * @param where what to find
 * @param order in which order
 * @param first how many to leave out
 * @param limit how many at most
 */
record Query(
    List<QName> select,
    DavPath scope,
    Predicate<Node> where,
    Comparator<Node> order,
    long first,
    long limit) {
  private static final long DEFAULT_LIMIT = 100;

  /** Of icewind1991/SearchDAV, which the server is built on ({@code XML/Limit}). */
  private static final String FIRST_RESULT = "https://github.com/icewind1991/SearchDAV/ns";

  static Query of(Element root, String webroot) {
    if (!Xml.is(root, Names.DAV, "searchrequest")) {
      throw SabreError.of(400, "This is not a searchrequest");
    }
    Element basic = need(root, "basicsearch");
    List<QName> select = Wanted.named(need(basic, "select"));
    String href = text(need(need(need(basic, "from"), "scope"), "href"));
    Predicate<Node> where =
        Xml.child(basic, Names.DAV, "where").map(Query::condition).orElse(node -> true);
    return new Query(
        select,
        scope(href, webroot),
        where,
        order(basic),
        number(basic, FIRST_RESULT, "firstresult", 0),
        number(basic, Names.DAV, "nresults", DEFAULT_LIMIT));
  }

  private static Predicate<Node> condition(Element where) {
    return Xml.children(where).stream().findFirst().map(Condition::of).orElse(node -> true);
  }

  /** A path below the DAV root as it is, or a whole address, which is decoded. */
  private static DavPath scope(String href, String webroot) {
    return href.contains("://") ? DavPath.destination(href, webroot) : DavPath.decoded(href);
  }

  private static Comparator<Node> order(Element basic) {
    Comparator<Node> order = Comparator.comparing(node -> 0);
    for (Element by : orders(basic)) {
      QName name = Condition.property(by);
      Comparator<Node> next = Comparator.comparing(node -> sortable(node, name));
      boolean down = Xml.child(by, Names.DAV, "descending").isPresent();
      order = order.thenComparing(down ? next.reversed() : next);
    }
    return order;
  }

  private static List<Element> orders(Element basic) {
    return Xml.child(basic, Names.DAV, "orderby").map(Xml::children).orElse(List.of());
  }

  /** Numbers are sorted as numbers. */
  private static String sortable(Node node, QName name) {
    Supplier<String> property = node.properties().get(name);
    String value = property == null ? "" : property.get();
    return value.matches("\\d+") ? "0".repeat(Math.max(0, 20 - value.length())) + value : value;
  }

  private static long number(Element basic, String namespace, String name, long otherwise) {
    return Xml.child(basic, Names.DAV, "limit")
        .flatMap(limit -> Xml.child(limit, namespace, name))
        .map(Query::text)
        .filter(text -> text.matches("\\d{1,9}"))
        .map(Long::parseLong)
        .filter(value -> value > 0)
        .orElse(otherwise);
  }

  static Element need(Element parent, String name) {
    return Xml.child(parent, Names.DAV, name)
        .orElseThrow(() -> SabreError.of(400, "The search request has no " + name));
  }

  static String text(Element element) {
    return element.getTextContent().strip();
  }
}
