// Sizes and times in the reader's own way of writing them.

import { el } from "./dom.js";

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte", "petabyte"];

/** A size such as "1.4 MB", in powers of 1,000. */
export function size(bytes) {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  return new Intl.NumberFormat(undefined, {
    style: "unit",
    unit: UNITS[unit],
    unitDisplay: unit === 0 ? "long" : "short",
    maximumFractionDigits: unit > 0 && value < 10 ? 1 : 0,
  }).format(value);
}

const DATE = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });
const FULL = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "medium" });

/** A day, with the exact time on hovering. */
export function time(rfc3339) {
  const at = new Date(rfc3339);
  return Number.isNaN(at.getTime())
    ? null
    : el("time", { datetime: rfc3339, title: FULL.format(at) }, DATE.format(at));
}

/** A duration such as "30 seconds" or "2 minutes", never too short. */
export function delay(seconds) {
  const minutes = seconds > 90;
  return new Intl.NumberFormat(undefined, {
    style: "unit",
    unit: minutes ? "minute" : "second",
    unitDisplay: "long",
  }).format(Math.max(1, Math.ceil(minutes ? seconds / 60 : seconds)));
}
