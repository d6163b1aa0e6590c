package dev.davit.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a connection in the middle of an answer, so that half of one can't pass for the whole: by a
 * reset, since for an answer of unknown length an orderly end is its end.
 */
final class Cut {
  private static final Logger LOG = LoggerFactory.getLogger(Cut.class);

  private Cut() {}

  static void connection(HttpServletRequest request) {
    EndPoint endPoint =
        ServletContextRequest.getServletContextRequest(request)
            .getConnectionMetaData()
            .getConnection()
            .getEndPoint();
    try {
      if (endPoint.getTransport() instanceof SocketChannel channel) {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      }
    } catch (IOException e) {
      LOG.debug("the connection was closed already");
    }
    endPoint.close();
  }
}
