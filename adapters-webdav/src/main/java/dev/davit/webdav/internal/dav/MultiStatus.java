package dev.davit.webdav.internal.dav;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The multi-status answer to a PROPFIND (RFC 4918, 13), read as it comes in constant memory,
 * however long it is. Of a property only what came with a 2xx status counts, or without any.
 */
public final class MultiStatus {
  private static final int MAX_HREF = 8 * 1024;
  private static final Pattern GOOD = Pattern.compile("(?s)HTTP/[0-9.]+\\s+2[0-9]{2}(\\s.*)?");

  private final Xml xml;
  private final int maxResponses;
  private int responses;

  /**
   * The start of an answer.
   *
   * @throws IOException if it is no such answer, or breaks off
   */
  public MultiStatus(InputStream in, Bounds bounds) throws IOException {
    maxResponses = bounds.responses();
    try {
      xml = new Xml(in, bounds.bytes());
      if (!xml.child() || !xml.is("multistatus")) {
        throw new MalformedAnswerException("the answer is no multi-status", null);
      }
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /**
   * What an answer says of one resource.
   *
   * @param href by what it goes
   */
  public record Response(String href, Resource resource) {}

  /**
   * How much is read before it is taken for an attack.
   *
   * @param bytes of the whole answer
   * @param responses how many resources
   */
  public record Bounds(long bytes, int responses) {}

  /**
   * The next resource, in the server's order; null at the end. Those that the server names with a
   * status other than 2xx are left out.
   *
   * @throws IOException if it is no such answer, breaks off, or exceeds the bounds
   */
  public @Nullable Response next() throws IOException {
    try {
      return read();
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  private static IOException broken(XMLStreamException e) {
    return e.getNestedException() instanceof IOException cause
            && !(cause instanceof CharConversionException)
        ? cause
        : new MalformedAnswerException("the answer is no readable multi-status", e);
  }

  private @Nullable Response read() throws XMLStreamException, IOException {
    while (xml.child()) {
      if (!xml.is("response")) {
        xml.skip();
      } else if (++responses > maxResponses) {
        throw new MalformedAnswerException("the answer names too many resources", null);
      } else {
        Response response = response();
        if (response != null) {
          return response;
        }
      }
    }
    end();
    return null;
  }

  /** Servers that fail half-way close the document, and then say so: the list is cut short. */
  private void end() throws IOException {
    try {
      xml.end();
    } catch (XMLStreamException e) {
      throw new IOException("the answer goes on after its end", e);
    }
  }

  private @Nullable Response response() throws XMLStreamException, IOException {
    String href = "";
    boolean good = true;
    Properties properties = new Properties();
    while (xml.child()) {
      switch (xml.davName()) {
        case "href" -> href = href.isEmpty() ? xml.text(MAX_HREF) : skipped(href);
        case "status" -> good = isGood(xml.text(MAX_HREF));
        case "propstat" -> propstat(properties);
        default -> xml.skip();
      }
    }
    if (href.isEmpty()) {
      throw new MalformedAnswerException("the answer names a resource without an href", null);
    }
    return good ? new Response(href, properties.resource()) : null;
  }

  private String skipped(String href) throws XMLStreamException {
    xml.skip();
    return href;
  }

  private void propstat(Properties properties) throws XMLStreamException {
    Properties found = new Properties();
    boolean good = true;
    while (xml.child()) {
      switch (xml.davName()) {
        case "prop" -> found.read(xml);
        case "status" -> good = isGood(xml.text(MAX_HREF));
        default -> xml.skip();
      }
    }
    if (good) {
      properties.add(found);
    }
  }

  /** Whether a status line such as {@code HTTP/1.1 200 OK} says 2xx. */
  private static boolean isGood(String line) {
    return line.isEmpty() || line.equals("HTTP/1.1 200 OK") || GOOD.matcher(line).matches();
  }
}
