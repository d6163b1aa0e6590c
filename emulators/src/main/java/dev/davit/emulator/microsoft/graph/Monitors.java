package dev.davit.emulator.microsoft.graph;

import dev.davit.emulator.files.Jsons;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How far copies are (learn.microsoft.com/graph/long-running-actions-overview): anybody who knows
 * the address may ask, and nobody should send a token there, as it is another host's.
 */
final class Monitors extends HttpServlet {
  static final String PATH = "/monitor/";
  static final String PATTERN = PATH + "*";

  private static final int ACCEPTED = 202;
  private static final int SEE_OTHER = 303;

  /** A copy that is made when its time has come. */
  private static final class Job {
    private final Supplier<Item> work;
    private Optional<Refused> error;
    private int polls;
    private @Nullable Item result;

    Job(Supplier<Item> work, int polls, Optional<Refused> error) {
      this.work = work;
      this.polls = polls;
      this.error = error;
    }

    /** One step further, under the store's lock. */
    void goOn() {
      if (polls > 0) {
        polls--;
      } else if (result == null && error.isEmpty()) {
        try {
          result = work.get();
        } catch (Refused e) {
          error = Optional.of(e);
        }
      }
    }
  }

  private final transient World world;
  private final transient Map<String, Job> jobs = new ConcurrentHashMap<>();

  Monitors(World world) {
    this.world = world;
  }

  /** Begins a copy, and tells its name; under the store's lock. */
  String begin(Call call, Supplier<Item> work) {
    Surprises surprises = world.surprises();
    Job job = new Job(work, surprises.polls(), surprises.takeCopyError());
    if (job.polls == 0) {
      job.goOn();
    }
    String id = world.ids().token();
    jobs.put(id, job);
    return id;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      answer(request, response);
    } catch (Refused e) {
      e.send(request, response, world.store().now());
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    world.offences().check(request);
    Job job = jobs.get(request.getRequestURI().substring(PATH.length()));
    if (job == null) {
      throw Refusals.notFound();
    }
    Map<String, Object> state = world.store().locked(() -> state(job));
    Item result = job.result;
    if (result != null && world.surprises().monitor() == SEE_OTHER) {
      response.setStatus(SEE_OTHER);
      response.setHeader("Location", item(request, result));
    } else {
      boolean under = state.containsValue("inProgress") || state.containsValue("notStarted");
      response.setStatus(under ? ACCEPTED : world.surprises().monitor());
      response.setContentType("application/json");
      response.getOutputStream().write(Jsons.text(state).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String item(HttpServletRequest request, Item item) {
    String url = request.getRequestURL().toString();
    return url.substring(0, url.length() - request.getRequestURI().length())
        + "/v1.0/drives/"
        + item.drive.id
        + "/items/"
        + item.id;
  }

  private static Map<String, Object> state(Job job) {
    int left = job.polls;
    job.goOn();
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("operation", "ItemCopy");
    Item result = job.result;
    if (result != null) {
      state.put("percentageComplete", 100.0);
      state.put("resourceId", result.id);
      state.put("status", "completed");
    } else if (left > 0) {
      state.put("percentageComplete", 27.8);
      state.put("status", left % 2 == 0 ? "notStarted" : "inProgress");
    } else {
      state.put("percentageComplete", 0.0);
      state.put("status", "failed");
      job.error.ifPresent(
          error ->
              state.put(
                  "error",
                  Map.of("code", error.error().code(), "message", error.error().message())));
    }
    return state;
  }
}
