package dev.davit.emulator.internal;

import dev.davit.emulator.Fault;
import dev.davit.emulator.Faults;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.apache.catalina.connector.ClientAbortException;

/** Lets the faults happen, everywhere but in their own control. */
public final class FaultsFilter extends HttpFilter {
  private final transient Faults faults;

  public FaultsFilter(Faults faults) {
    this.faults = faults;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String query = request.getQueryString();
    String path = request.getRequestURI() + (query == null ? "" : "?" + query);
    Optional<Fault> fault =
        request.getServletPath().startsWith(Control.ROOT)
            ? Optional.empty()
            : faults.take(request.getMethod(), path);
    if (fault.isEmpty()) {
      chain.doFilter(request, response);
    } else {
      happen(fault.get(), request, response, chain);
    }
  }

  private void happen(
      Fault fault, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    switch (fault.kind()) {
      case ANSWER -> answer(fault, response);
      case DROPPED -> Wire.cut(request);
      case LOST -> {
        through(new Nowhere(), request, response, chain);
        Wire.cut(request);
      }
      case TRUNCATED -> {
        through(new Truncated(request, response, fault), request, response, chain);
        response.flushBuffer();
        Wire.cut(request);
      }
      case SLOW -> {
        pause(fault.amount());
        chain.doFilter(request, response);
      }
      case DRIPPING -> through(new Dripping(response, fault), request, response, chain);
    }
  }

  private static void through(
      Body.Sink sink, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Body body = new Body(response, sink);
    chain.doFilter(request, body);
    body.finish();
  }

  private static void answer(Fault fault, HttpServletResponse response) throws IOException {
    response.setStatus(fault.status());
    fault.headers().forEach(response::setHeader);
    response.getOutputStream().write(fault.body());
    response.flushBuffer();
  }

  private boolean pause(long millis) {
    try {
      return faults.pause(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Takes every byte and forgets it. */
  private static final class Nowhere implements Body.Sink {
    @Override
    public void write(byte[] bytes, int from, int length) {}
  }

  /** Sends the first bytes, and closes the connection when more come. */
  private static final class Truncated implements Body.Sink {
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private long left;

    Truncated(HttpServletRequest request, HttpServletResponse response, Fault fault) {
      this.request = request;
      this.response = response;
      this.left = fault.amount();
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      int now = (int) Math.min(left, length);
      response.getOutputStream().write(bytes, from, now);
      left -= now;
      if (now < length) {
        response.flushBuffer();
        Wire.cut(request);
        throw new ClientAbortException("Truncated on demand."); // Which Tomcat does not log.
      }
    }
  }

  /** Sends one byte at a time. */
  private final class Dripping implements Body.Sink {
    private final HttpServletResponse response;
    private final long millis;
    private boolean released;

    Dripping(HttpServletResponse response, Fault fault) {
      this.response = response;
      this.millis = fault.amount();
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      for (int at = from; at < from + length; at++) {
        released = released || pause(millis);
        response.getOutputStream().write(bytes[at]);
        if (!released) {
          response.flushBuffer();
        }
      }
    }
  }
}
