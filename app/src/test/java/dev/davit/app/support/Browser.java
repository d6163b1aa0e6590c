package dev.davit.app.support;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium that finds things as a reader does: by what is written on them. */
public final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private final ChromeDriver driver;
  private final WebDriverWait wait;
  private final Path downloads;

  private Browser(ChromeDriver driver, Path downloads) {
    this.driver = driver;
    this.downloads = downloads;
    this.wait = new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50));
    wait.ignoring(StaleElementReferenceException.class);
  }

  /**
   * Starts one.
   *
   * @param downloads where it puts what is downloaded
   * @throws AssertionError saying what to install, if this machine has no Chromium
   */
  public static Browser open(Path downloads) {
    return new Browser(Chromium.start(downloads), downloads);
  }

  /** Where it puts what is downloaded. */
  public Path downloads() {
    return downloads;
  }

  /** Opens an address as somebody who was never here. */
  public Browser visit(URI address) {
    driver.get(address.toString());
    driver.manage().deleteAllCookies();
    driver.get(address.toString());
    return this;
  }

  public Browser size(int width, int height) {
    driver.manage().window().setSize(new Dimension(width, height));
    return this;
  }

  /** Types into the field of this label, in the place of what it held. */
  public Browser type(String label, String text) {
    return typeBelow("", label, text);
  }

  /** The same, among what was unfolded. */
  public Browser typeUnfolded(String label, String text) {
    return typeBelow("//details", label, text);
  }

  private Browser typeBelow(String where, String label, String text) {
    String labels = where + "//label[starts-with(normalize-space(),'" + label + "')]";
    WebElement field = shown(By.xpath(where + "//*[@id=" + labels + "/@for]"));
    field.clear();
    field.sendKeys(text);
    return this;
  }

  /** Chooses what begins so, in the list of this label. */
  public Browser pick(String label, String choice) {
    String labels = "//label[starts-with(normalize-space(),'" + label + "')]";
    String options = "//select[@id=" + labels + "/@for]/option";
    shown(By.xpath(options + "[starts-with(., '" + choice + "')]")).click();
    return this;
  }

  /** Types into the field of this id, on a page that is not ours. */
  public Browser fill(String id, String text) {
    shown(By.id(id)).sendKeys(text);
    return this;
  }

  /** Types into the box to search in, and presses Enter. */
  public Browser search(String words) {
    WebElement box = shown(By.cssSelector("input[type=search]"));
    box.clear();
    box.sendKeys(words, Keys.ENTER);
    return this;
  }

  /** Takes the tick out of the box whose label has these words. */
  public Browser untick(String words) {
    shown(By.xpath("//label[contains(., '" + words + "')]/input")).click();
    return this;
  }

  /** Opens an address in one more tab, and goes there. */
  public Browser newTab(URI address) {
    driver.switchTo().newWindow(WindowType.TAB).get(address.toString());
    return this;
  }

  /** Goes to the tab that was opened last, once there are so many. */
  public Browser newestOf(int tabs) {
    wait.until(ExpectedConditions.numberOfWindowsToBe(tabs));
    List<String> all = List.copyOf(driver.getWindowHandles());
    driver.switchTo().window(all.get(all.size() - 1));
    return this;
  }

  /** Closes this tab, and goes back to the only other one. */
  public Browser closeTab() {
    driver.close();
    driver.switchTo().window(driver.getWindowHandles().iterator().next());
    return this;
  }

  /** What is written on the element that the keyboard is at. */
  public String focused() {
    return driver.switchTo().activeElement().getText();
  }

  /** Presses a key at the element that the keyboard is at. */
  public Browser key(Keys key) {
    driver.switchTo().activeElement().sendKeys(key);
    return this;
  }

  /** Presses the foremost button or link that says this, or is called this. */
  public Browser press(String what) {
    String said = "[normalize-space()='" + what + "' or @aria-label='" + what + "']";
    By front = By.xpath("(//dialog|//body)[last()]//*[self::a or self::button]" + said);
    wait.until(ignored -> pressed(front));
    return this;
  }

  private boolean pressed(By what) {
    return driver.findElements(what).stream()
        .filter(WebElement::isDisplayed)
        .findFirst()
        .map(
            element -> {
              element.click();
              return true;
            })
        .orElse(false);
  }

  /** Unfolds what is under these words. */
  public Browser unfoldAt(String words) {
    shown(By.xpath("//summary[normalize-space()='" + words + "']")).click();
    return this;
  }

  /** Unfolds what belongs to an item of a list. */
  public Browser unfold(String item) {
    shown(By.xpath("//li[contains(., '" + item + "')]//summary")).click();
    return this;
  }

  /** Chooses a file to upload. */
  public Browser choose(Path file) {
    wait.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("input[type=file]")))
        .sendKeys(file.toString());
    return this;
  }

  /** Waits until this can be read anywhere. */
  public Browser see(String text) {
    wait.withMessage(() -> text + " is not in: " + text()).until(ignored -> text().contains(text));
    return this;
  }

  /** Waits until the page's heading says this. */
  public Browser headed(String text) {
    wait.until(ExpectedConditions.textToBe(By.tagName("h1"), text));
    return this;
  }

  /** Waits until the list has so many rows. */
  public Browser rows(int count) {
    wait.until(ExpectedConditions.numberOfElementsToBe(By.className("row"), count));
    return this;
  }

  /** The names in the list, in order. */
  public List<String> names() {
    return texts(".row .name");
  }

  /** What elements of a kind hold. */
  public List<String> texts(String selector) {
    return driver.findElements(By.cssSelector(selector)).stream()
        .map(element -> String.valueOf(element.getDomProperty("textContent")))
        .toList();
  }

  private String text() {
    return driver.findElement(By.tagName("body")).getText();
  }

  private WebElement shown(By what) {
    return wait.until(ExpectedConditions.visibilityOfElementLocated(what));
  }

  public Browser back() {
    driver.navigate().back();
    return this;
  }

  /** Forgets the session, as if it had run out. */
  public Browser forgetSession() {
    driver.manage().deleteAllCookies();
    return this;
  }

  /** The part of the address after {@code #}. */
  public String place() {
    return String.valueOf(URI.create(driver.getCurrentUrl()).getFragment());
  }

  /** By how many pixels the page is wider than the window. */
  public long overhang() {
    String question = "const e = document.documentElement; return e.scrollWidth - e.clientWidth";
    return driver.executeScript(question) instanceof Number pixels ? pixels.longValue() : -1;
  }

  public byte[] picture() {
    return driver.getScreenshotAs(OutputType.BYTES);
  }

  /** What the browser complained of, apart from answers that are no success. */
  public List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .filter(message -> !message.contains("Failed to load resource"))
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
