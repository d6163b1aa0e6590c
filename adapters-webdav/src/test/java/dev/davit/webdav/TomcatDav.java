package dev.davit.webdav;

import java.nio.file.Path;
import java.security.Principal;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.authenticator.AuthenticatorBase;
import org.apache.catalina.authenticator.BasicAuthenticator;
import org.apache.catalina.authenticator.DigestAuthenticator;
import org.apache.catalina.realm.GenericPrincipal;
import org.apache.catalina.realm.RealmBase;
import org.apache.catalina.servlets.WebdavServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.LoginConfig;
import org.apache.tomcat.util.descriptor.web.SecurityCollection;
import org.apache.tomcat.util.descriptor.web.SecurityConstraint;
import org.jspecify.annotations.Nullable;

/** Tomcat's WebDAV server on loopback over a folder, for one user by Basic or Digest in UTF-8. */
final class TomcatDav extends EmbeddedTomcat {
  private static final String ROLE = "dav";

  private final User user;

  private TomcatDav(Path folder, Path work, String name, String password, AuthenticatorBase login) {
    super(work);
    user = new User(name, password);
    tomcat.getEngine().setRealm(user);
    Context context = tomcat.addContext("/dav", folder.toString());
    Wrapper servlet = Tomcat.addServlet(context, "webdav", new WebdavServlet());
    servlet.addInitParameter("readonly", "false");
    servlet.addInitParameter("useStrongETags", "true");
    servlet.addInitParameter("listings", "true");
    context.addServletMappingDecoded("/*", "webdav");
    protect(context);
    context.getPipeline().addValve(login);
  }

  private static void protect(Context context) {
    SecurityCollection everything = new SecurityCollection();
    everything.addPatternDecoded("/*");
    SecurityConstraint constraint = new SecurityConstraint();
    constraint.addCollection(everything);
    constraint.addAuthRole(ROLE);
    context.addConstraint(constraint);
    context.addSecurityRole(ROLE);
    context.setLoginConfig(new LoginConfig("", "davit", null, null));
  }

  /**
   * Starts a server.
   *
   * @param folder what it serves
   * @param work what it may litter
   */
  static TomcatDav start(Path folder, Path work, String name, String password) {
    BasicAuthenticator basic = new BasicAuthenticator();
    basic.setCharset("UTF-8");
    return start(new TomcatDav(folder, work, name, password, basic));
  }

  /** Starts a server that takes nothing but Digest, by SHA-256 or MD5. */
  static TomcatDav startWithDigest(Path folder, Path work, String name, String password) {
    return start(new TomcatDav(folder, work, name, password, new DigestAuthenticator()));
  }

  private static TomcatDav start(TomcatDav server) {
    server.start();
    return server;
  }

  void changePassword(String password) {
    user.password = password;
  }

  private static final class User extends RealmBase {
    private final String name;
    private volatile String password;

    User(String name, String password) {
      this.name = name;
      this.password = password;
    }

    @Override
    protected @Nullable String getPassword(String username) {
      return username.equals(name) ? password : null;
    }

    @Override
    protected Principal getPrincipal(String username) {
      return new GenericPrincipal(username, List.of(ROLE));
    }
  }
}
