// The forms of the page: choices, and what they mean for a check.

/** Fills a choice with pairs of value and title, and keeps what was chosen. */
export function fill_select(select, pairs) {
  const chosen = select.value;
  select.replaceChildren(...pairs.map(([value, title]) => new Option(title, value)));
  if (pairs.some(([value]) => value === chosen)) select.value = chosen;
}

/** Today, where the reader is, as the command takes it by default. */
export function this_day() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The options of a check. */
export function options_of(form) {
  const { stage, today, scheme, show_info } = form.elements;
  return {
    options: { stage: stage.value || null, today: today.value || null, scheme: scheme.value || null },
    show: show_info.checked ? "info" : "warning",
  };
}
