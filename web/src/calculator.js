// The form of the co-financing calculator: a field and a slider for each amount. All figures are the library's; amounts are texts and
// BigInts here.
import { call } from "./engine.js";
import { section_page, show_page } from "./frame.js";
import { lang, text } from "./texts.js";

const NAMES = ["grant", "local", "third_party", "frame"];
const WIDEST = 10n ** 12n; // beyond this, the slider stays at its end
const STEP = 100000n;

function made(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function row(name) {
  const label = made("label", { htmlFor: `amount-${name}` });
  label.dataset.text = name;
  const field = made("input", { id: `amount-${name}`, name, inputMode: "numeric", autocomplete: "off" });
  field.setAttribute("aria-describedby", `error-${name}`);
  const slider = made("input", { type: "range", id: `slider-${name}`, min: "0", max: "100000000", step: String(STEP), value: "0" });
  return made("div", { className: "amount" }, label, field, slider, made("p", { className: "error", id: `error-${name}` }));
}

/** Moves the slider to an amount, with a scale that has it. */
function set_slider(slider, value) {
  const amount = value === null ? 0n : BigInt(value.digits);
  while (amount > BigInt(slider.max) && BigInt(slider.max) < WIDEST) slider.max = String(BigInt(slider.max) * 10n);
  slider.value = String(amount > WIDEST ? WIDEST : amount);
  slider.setAttribute("aria-valuetext", value === null ? text("not_stated") : value.text);
}

export class Calculator {
  #form;
  #result;
  #asked = 0;

  constructor(form, result) {
    this.#form = form;
    this.#result = result;
    const scheme = made("label", { htmlFor: "amount-scheme" });
    scheme.dataset.text = "scheme";
    form.append(...NAMES.map(row), made("div", { className: "amount" }, scheme, made("select", { id: "amount-scheme" })));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", ({ target }) => {
      if (target.type === "range") this.#field(target.id.slice("slider-".length)).value = target.value;
      this.update(target.type === "range" ? target : null);
    });
    form.addEventListener("change", ({ target }) => this.#tidy(target));
  }

  #field(name) {
    return this.#form.querySelector(`#amount-${name}`);
  }

  #texts() {
    return Object.fromEntries(NAMES.map((name) => [name, this.#field(name).value]));
  }

  get scheme() {
    return this.#form.querySelector("#amount-scheme");
  }

  write_texts() {
    for (const name of NAMES) this.#form.querySelector(`#slider-${name}`).setAttribute("aria-label", text("slider", text(name)));
  }

  /** Takes the amounts and the scheme of a plan. */
  fill({ texts, scheme }) {
    if ([...this.scheme.options].some(({ value }) => value === scheme)) this.scheme.value = scheme;
    for (const name of NAMES) this.#field(name).value = texts[name];
    return this.update();
  }

  /** Writes an amount that was entered as Danes and Britons write it. */
  async #tidy(target) {
    if (target === this.scheme) return;
    const name = target.name || target.id.slice("slider-".length);
    const { values, errors } = await this.#calculate();
    if (!errors[name] && values[name]) this.#field(name).value = values[name].text;
  }

  #calculate() {
    const words = { calculation: text("calculation"), local_party: text("local_party"), other_party: text("other_party") };
    return call("calculate", { texts: this.#texts(), scheme: this.scheme.value, lang: lang(), words });
  }

  /** Calculates and shows. `moved` is the slider that is being moved, which stays. */
  async update(moved = null) {
    const asked = ++this.#asked;
    const { values, errors, html } = await this.#calculate();
    if (asked !== this.#asked) return;
    for (const name of NAMES) {
      const slider = this.#form.querySelector(`#slider-${name}`);
      if (slider === moved) slider.setAttribute("aria-valuetext", values[name]?.text ?? text("not_stated"));
      else set_slider(slider, values[name]);
      this.#field(name).setAttribute("aria-invalid", String(Boolean(errors[name])));
      this.#form.querySelector(`#error-${name}`).textContent = errors[name] ?? "";
    }
    this.#result.classList.toggle("stale", html === null);
    if (html === null) return;
    const { html: page, verdict } = section_page(html);
    const is_shown = await show_page(this.#result.querySelector(".frame"), page, text("view_money"), { fit: true });
    if (is_shown) this.#result.querySelector("[role=status]").textContent = verdict; // what is announced is what is seen
  }
}
