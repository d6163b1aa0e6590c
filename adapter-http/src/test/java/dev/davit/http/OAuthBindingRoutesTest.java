package dev.davit.http;

import static dev.davit.http.Connects.INITIATE;
import static dev.davit.http.Connects.back;
import static dev.davit.http.Connects.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.http.Connects.Started;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A pending connect is bound to the browser, and to the user, that began it. */
class OAuthBindingRoutesTest extends OAuthBench {
  @Test
  void O2_cookie_isOfOneFlow_outOfReachOfScripts_andEndsWithIt() {
    Started one = start(ann);
    Started other = start(ann);

    assertThat(one.setCookie())
        .matches(
            "davit-oauth-[a-z0-9]{16}=[A-Za-z0-9_-]{43}; Path=/; Max-Age=1800; HttpOnly;"
                + " SameSite=Lax");
    assertThat(other.cookieName()).isNotEqualTo(one.cookieName());
    Reply landed = come(back(far.consent(one.page(), "ann")), one.cookie() + "; " + other.cookie());
    assertThat(landed.is(303).response().headers().allValues("Set-Cookie"))
        .containsExactly(one.cookieName() + "=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
    assertThat(come(back(far.consent(other.page(), "ann2")), other.cookie()).header("Location"))
        .isEqualTo(CONNECTED);
    assertThat(connections()).hasSize(2);
  }

  @Test
  void O2_noCookie_exchangesNothing() {
    Started started = start(ann);
    assertRefused(world.nobody().get(back(far.consent(started.page(), "ann"))), "invalid-flow");
    assertNothingHappened();
  }

  @Test
  void O2_cookieOfAnotherFlow_exchangesNothing() {
    Started started = start(ann);
    Started other = start(ann);
    String value = other.cookie().substring(other.cookie().indexOf('='));
    String path = back(far.consent(started.page(), "ann"));

    assertRefused(come(path, started.cookieName() + value), "invalid-flow");
    assertRefused(come(path, started.cookie()), "invalid-flow");
    assertNothingHappened();
  }

  @Test
  void O2_twoCookiesOfOneName_exchangeNothing() {
    Started started = start(ann);
    String both = started.cookie() + "; " + started.cookieName() + "=planted";
    assertRefused(come(back(far.consent(started.page(), "ann")), both), "invalid-flow");
    assertNothingHappened();
  }

  @Test
  void O2_anotherUserSignedInInThatBrowser_exchangesNothing() {
    Started started = start(ann);
    String session = world.nobody().loginAsPage(World.BOB).header("Cookie");
    String path = back(far.consent(started.page(), "bob"));

    assertRefused(come(path, session + "; " + started.cookie()), "invalid-flow");
    assertNothingHappened();
  }

  @Test
  void O2_sessionThatIsOver_keepsNobodyFromComingBack() {
    Started started = start(ann);
    String path = back(far.consent(started.page(), "ann"));

    Reply landed = come(path, "davit=over; " + started.cookie());

    assertThat(landed.is(303).header("Location")).isEqualTo(CONNECTED);
  }

  @Test
  void O2_cookies_areNoMoreThanAFew_theOldestGoFirst() {
    StringBuilder cookies = new StringBuilder("davit-oauth-=x; davit-oauth-a%=x");
    for (int i = 1; i <= 9; i++) {
      cookies.append("; davit-oauth-flow").append(i).append("=x");
    }
    Reply started = ann.with("Cookie", cookies.toString()).get(INITIATE).is(200);

    List<String> set = started.response().headers().allValues("Set-Cookie");
    assertThat(set).hasSize(3);
    assertThat(set.get(0)).startsWith("davit-oauth-flow1=; Path=/; Max-Age=0;");
    assertThat(set.get(1)).startsWith("davit-oauth-flow2=; Path=/; Max-Age=0;");
    assertThat(set.get(2)).contains("Max-Age=1800");
  }

  @Test
  void O2_initiate_fromAnotherSitesPage_isRefused() {
    Client page = world.nobody().loginAsPage(World.ANN).with("Accept", "text/html");
    Reply refused = page.with("Sec-Fetch-Site", "cross-site").get(INITIATE).is(ProblemType.CSRF);
    assertThat(refused.header("Set-Cookie")).isEmpty();
    page.with("Sec-Fetch-Site", "none").get(INITIATE).is(302);
  }
}
