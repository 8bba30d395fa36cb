import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { EngineActions } from "../../../components/settings/engines/engines-view";
import { Problem } from "../../../lib/domain";
import { INTERFACE_LANGUAGES } from "../../../lib/locale";
import type { GeneratorsState, ModelOffer } from "../../../lib/models/generator";
import { accessibilityProblems, draw, open } from "../components/draw";
import {
  ALL,
  ELSEWHERE,
  FAILED,
  LOADING,
  MODELS,
  NO_GPU,
  OWN,
  READY,
  SMALL,
  viewWith,
} from "../components/engine-scenes";
import { quietActions } from "../components/scenes";

const quiet = quietActions().engines;
const button = (name: string | RegExp) => screen.getByRole("button", { name });

async function drawEngines(generators: GeneratorsState, own: Partial<EngineActions> = {}) {
  const drawn = await draw(viewWith(generators), { engines: { ...quiet, ...own } });
  open("Settings");
  await waitFor(() => screen.getByRole("heading", { name: "Who writes the answers" }));
  return { redraw: (next: GeneratorsState) => drawn.redraw(viewWith(next)) };
}

async function unfold(name: string | RegExp) {
  button(name).click();
  await waitFor(() => expect(button(name).getAttribute("aria-expanded")).toBe("true"));
}

function rowOf(model: ModelOffer): ReturnType<typeof within> {
  const row = document.querySelector<HTMLElement>(`[data-row="${model.id}"]`);
  if (!row) throw new Error(`${model.title} is not in the list.`);
  return within(row);
}

function changed(id: string, change: Partial<ModelOffer>): GeneratorsState {
  return { ...ALL, models: MODELS.map((model) => (model.id === id ? { ...model, ...change } : model)) };
}

beforeEach(() => page.viewport(380, 900));

describe("who writes the answers", () => {
  it("recommends evidence where there is no graphics card, and says why a card is missed", async () => {
    await drawEngines(NO_GPU);
    screen.getByText("Recommended here");
    await unfold("Language model on the graphics card");
    screen.getByRole("alert");
    screen.getByText("requestAdapter gave null");
    expect(screen.queryByRole("button", { name: /^Download/ })).toBeNull();
  });

  it("says what is loaded, on what and what it can do", async () => {
    await drawEngines(READY);
    const status = within(document.querySelector<HTMLElement>(".engine-status") ?? document.body);
    status.getByText("Loaded and ready.");
    expect(status.getAllByRole("definition").map(({ textContent }) => textContent)).toEqual([
      "Processor, 2 threads",
      "about 1,500 English words (2,048 tokens)",
      "Yes, it cannot leave it",
      "No, it is too small for that",
      "Apache-2.0",
    ]);
  });

  it("loads what was chosen to try it, shows how far it is, and gives the memory back", async () => {
    const choose = vi.fn(async () => {});
    const release = vi.fn(async () => {});
    const { redraw } = await drawEngines({ ...READY, state: "idle", info: undefined }, { choose, release });
    button("Try it now").click();
    expect(choose).toHaveBeenCalledExactlyOnceWith(READY.chosen, true);
    redraw(LOADING);
    await waitFor(() => expect(screen.getByRole("progressbar", { name: /Loading/ }).ariaValueNow).toBe("42"));
    redraw(READY);
    (await waitFor(() => button("Give its memory back"))).click();
    expect(release).toHaveBeenCalledOnce();
  });

  it("says what went wrong in a sentence, folds the detail, and leads back to evidence", async () => {
    const choose = vi.fn(async () => {});
    await drawEngines(FAILED, { choose });
    expect(screen.getByText(/memory access out of bounds/).closest("details")?.open).toBe(false);
    button("Back to evidence").click();
    expect(choose).toHaveBeenCalledExactlyOnceWith({ kind: "evidence" });
  });
});

describe("models", () => {
  it("are downloaded, paused and gone on with by one button that keeps the keyboard", async () => {
    const download = vi.fn(async () => {});
    const pause = vi.fn(async () => {});
    const { redraw } = await drawEngines(ALL, { download, pause });
    await unfold("Language model on the graphics card");
    const main = button("Download 700 MB: Wren 1B Instruct");
    main.focus();
    await userEvent.keyboard("{Enter}");
    expect(download).toHaveBeenCalledExactlyOnceWith("wren-1b");
    redraw(changed("wren-1b", { state: "downloading", stored: 70_000_000 }));
    await waitFor(() => button("Pause: Wren 1B Instruct"));
    expect(document.activeElement).toBe(main);
    screen.getByText("70 MB of 700 MB here");
    expect(screen.getByRole("progressbar", { name: "Download of Wren 1B Instruct" }).ariaValueNow).toBe("10");
    await userEvent.keyboard("{Enter}");
    expect(pause).toHaveBeenCalledExactlyOnceWith("wren-1b");
    redraw(changed("wren-1b", { state: "paused", stored: 70_000_000 }));
    (await waitFor(() => button("Go on: Wren 1B Instruct"))).click();
    expect(download).toHaveBeenCalledTimes(2);
  });

  it("say nothing when a download ends because it was paused, and the sentence when it broke off", async () => {
    const broken = vi.fn().mockRejectedValueOnce(new Problem("download_paused", "Paused."));
    await drawEngines(ALL, { download: broken });
    await unfold("Language model on the graphics card");
    button("Go on: Stork 8B").click();
    await waitFor(() => expect(broken).toHaveBeenCalledOnce());
    expect(rowOf({ ...SMALL, id: "stork-8b" }).queryByRole("alert")).toBeNull();
    broken.mockRejectedValueOnce(new Problem("storage_full", "quota exceeded at byte 5"));
    button("Go on: Stork 8B").click();
    await waitFor(() => rowOf({ ...SMALL, id: "stork-8b" }).getByText(/no room left/));
    screen.getByText("quota exceeded at byte 5");
  });

  it("that the card cannot take are not offered, those it needs f16 for say so", async () => {
    await drawEngines(ALL);
    await unfold("Language model on the graphics card");
    expect(rowOf({ ...SMALL, id: "eagle-70b" }).queryAllByRole("button")).toEqual([]);
    rowOf({ ...SMALL, id: "wren-1b" }).getByText(/1.1 GB of graphics memory · needs half-precision/);
    screen.getByText("Downloaded models take 6.7 GB on this machine.");
  });

  it("that cannot be used here are folded, each with its reason, and none raises an alarm", async () => {
    await drawEngines(ALL);
    await unfold("Language model on the graphics card");
    const fold = screen.getByText("1 model cannot be used here").closest("details");
    expect(fold?.open).toBe(false);
    rowOf({ ...SMALL, id: "eagle-70b" }).getByText(/Eagle 70B does not fit into this graphics card/);
    expect(screen.queryAllByRole("alert")).toEqual([]);
  });

  it("of a card that is not there are one sentence and a list to unfold", async () => {
    const blocked = MODELS.slice(0, 1).map((model) => ({ ...model, problem: { code: "gpu_absent" as const } }));
    await drawEngines({ ...NO_GPU, models: [...blocked, SMALL] });
    await unfold("Language model on the graphics card");
    expect(screen.getAllByRole("alert")).toHaveLength(1);
    screen.getByText("1 model for graphics cards");
    expect(rowOf({ ...SMALL, id: "wren-1b" }).queryByText(/graphics card/)).toBeNull();
  });

  it("whose size nobody was asked for yet say about how much it is", async () => {
    const [wren] = MODELS;
    await drawEngines({ ...ALL, models: wren ? [{ ...wren, estimated: true }] : [] });
    await unfold("Language model on the graphics card");
    button("Download about 700 MB: Wren 1B Instruct");
  });

  it("are used, checked, and deleted only after asking; the keyboard goes on in the list", async () => {
    const own = { choose: vi.fn(async () => {}), verify: vi.fn(async () => false), remove: vi.fn(async () => {}) };
    const { redraw } = await drawEngines(ALL, own);
    await unfold("Language model on the processor");
    button("Use: heron-1b-q4").click();
    expect(own.choose).toHaveBeenCalledExactlyOnceWith({ kind: "wllama", model: OWN.id });
    button("Check: heron-1b-q4").click();
    await waitFor(() => rowOf(OWN).getAllByText("Damaged: download it again."));
    button("Delete: heron-1b-q4").click();
    await waitFor(() => expect(document.activeElement?.textContent).toBe("Keep"));
    expect(own.remove).not.toHaveBeenCalled();
    rowOf(OWN).getByText(/Your own file stays where it is/);
    rowOf(OWN).getByRole("button", { name: "Delete" }).click();
    expect(own.remove).toHaveBeenCalledExactlyOnceWith(OWN.id);
    await waitFor(() => expect(document.activeElement).toBe(button("Delete: heron-1b-q4")));
    redraw({ ...ALL, models: ALL.models.filter(({ id }) => id !== OWN.id) });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("list", { name: "Models" })));
  });

  it("that come with Earshot cannot be deleted", async () => {
    await drawEngines(NO_GPU);
    await unfold("Language model on the processor");
    expect(rowOf(SMALL).queryByRole("button", { name: /Delete/ })).toBeNull();
  });

  it("are brought as a file, with a way to stop", async () => {
    const stopped = vi.fn();
    const addFile: EngineActions["addFile"] = (_, { signal, onBytes }) =>
      new Promise((_resolve, reject) => {
        onBytes(2);
        signal.addEventListener("abort", () => {
          stopped();
          reject(signal.reason);
        });
      });
    await drawEngines(NO_GPU, { addFile });
    await unfold("Language model on the processor");
    const field = screen.getByLabelText<HTMLInputElement>("Choose a model file");
    await userEvent.upload(field, new File(["GGUF"], "gull.gguf"));
    await waitFor(() => expect(screen.getByRole("progressbar", { name: "Copying gull.gguf" }).ariaValueNow).toBe("50"));
    await waitFor(() => expect(document.activeElement).toBe(button("Stop")));
    button("Stop").click();
    await waitFor(() => screen.getByLabelText("Choose a model file"));
    expect(stopped).toHaveBeenCalledOnce();
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("are brought by address", async () => {
    const addAddress = vi.fn(async () => "own");
    await drawEngines(NO_GPU, { addAddress });
    await unfold("Language model on the processor");
    await userEvent.fill(screen.getByLabelText("Or its address on the web"), " https://hub.example/gull.gguf ");
    await userEvent.keyboard("{Enter}");
    expect(addAddress).toHaveBeenCalledExactlyOnceWith("https://hub.example/gull.gguf");
    await waitFor(() => screen.getByText(/Download it there/));
  });
});

describe("the browser's own model", () => {
  const offering = (downloads: boolean): GeneratorsState => ({
    ...ALL,
    engines: [
      ...ALL.engines.filter(({ kind }) => kind !== "browser"),
      { kind: "browser", available: true, device: "", ...(downloads && { downloads }) },
    ],
  });

  it("says before the press that the browser downloads it, and nothing of it once it is there", async () => {
    const choose = vi.fn(async () => {});
    const { redraw } = await drawEngines(offering(true), { choose });
    await unfold("The browser’s own language model");
    screen.getByText(/The browser downloads its model first/);
    redraw(offering(false));
    await waitFor(() => expect(screen.queryByText(/The browser downloads its model first/)).toBeNull());
    button("Use this").click();
    await waitFor(() => expect(choose).toHaveBeenCalledExactlyOnceWith({ kind: "browser" }));
  });
});

describe("a server", () => {
  const write = (label: RegExp | string, value: string) =>
    fireEvent.input(screen.getByLabelText(label), { target: { value } });

  it("elsewhere is used only after the box is ticked, and what is sent where stands above it", async () => {
    const useServer = vi.fn(async () => {});
    await drawEngines(NO_GPU, { useServer });
    await unfold("Language model on a server");
    write("Address of the server", "http://llm.example:8000/v1");
    write("Model", "heron-70b");
    write(/^Key/, "secret");
    await waitFor(() => screen.getByRole("heading", { name: "Texts leave this machine and go to llm.example:8000" }));
    screen.getByText(/up to about a dozen sentences/);
    screen.getByText(/begins with http:\/\/, so whoever shares the network can read along/);
    button(/Use it and send texts to llm.example:8000/).click();
    await waitFor(() => screen.getByText(/Tick the box/));
    expect(useServer).not.toHaveBeenCalled();
    screen.getByRole("checkbox", { name: /may be sent to llm.example:8000/ }).click();
    await waitFor(() => expect(screen.getByRole("checkbox")).toHaveProperty("checked", true));
    button(/Use it and send/).click();
    const draft = { url: "http://llm.example:8000/v1", model: "heron-70b", key: "secret" };
    await waitFor(() => expect(useServer).toHaveBeenCalledExactlyOnceWith(draft));
    await waitFor(() => expect(screen.getByLabelText(/^Key/)).toHaveProperty("value", ""));
  });

  it("at another address asks for consent again", async () => {
    const useServer = vi.fn(async () => {});
    await drawEngines(ELSEWHERE, { useServer });
    await waitFor(() => expect(screen.getByRole("checkbox")).toHaveProperty("checked", true));
    write("Address of the server", "https://other.example/v1");
    await waitFor(() => expect(screen.getByRole("checkbox")).toHaveProperty("checked", false));
    button("Save").click();
    await waitFor(() => screen.getByText(/Tick the box/));
    expect(useServer).not.toHaveBeenCalled();
  });

  it.each(["http://localhost:11434/v1", "http://127.0.0.1:8080/v1", "http://[::1]:8080/v1", "http://llm.localhost/v1"])(
    "on this machine needs no consent: %s",
    async (url) => {
      const useServer = vi.fn(async () => {});
      await drawEngines(NO_GPU, { useServer });
      await unfold("Language model on a server");
      write("Address of the server", url);
      write("Model", "wren");
      await waitFor(() => screen.getByText(/is a program on this machine/));
      button("Use this server").click();
      await waitFor(() => expect(useServer).toHaveBeenCalledExactlyOnceWith({ url, model: "wren", key: undefined }));
    },
  );

  it.each(["", "ftp://llm.example/v1", "http://", "https://ada:secret@llm.example/v1"])(
    "is not asked at %j",
    async (url) => {
      const serverModels = vi.fn(async () => []);
      await drawEngines(NO_GPU, { serverModels });
      await unfold("Language model on a server");
      write("Address of the server", url);
      button("Ask what it has").click();
      await waitFor(() => screen.getByText(/Write the address first/));
      expect(serverModels).not.toHaveBeenCalled();
    },
  );

  it.each([
    ["localhost:11434", "http://localhost:11434/v1"],
    ["llm.example", "https://llm.example/v1"],
    ["https://llm.example/openai/v1/chat/completions", "https://llm.example/openai/v1"],
  ])("%s is understood as %s", async (written, url) => {
    const serverModels = vi.fn(async () => []);
    await drawEngines(NO_GPU, { serverModels });
    await unfold("Language model on a server");
    write("Address of the server", written);
    button("Ask what it has").click();
    await waitFor(() => expect(serverModels).toHaveBeenCalledExactlyOnceWith({ url, key: undefined }));
  });

  it("is asked what it has; a press takes another of its models", async () => {
    await drawEngines(NO_GPU, { serverModels: async () => ["heron-70b", "wren-8b"] });
    await unfold("Language model on a server");
    button("Ollama").click();
    await waitFor(() =>
      expect(screen.getByLabelText("Address of the server")).toHaveProperty("value", "http://localhost:11434/v1"),
    );
    button("Ask what it has").click();
    await waitFor(() => screen.getByText("The server has 2 models."));
    expect(screen.getByLabelText("Model")).toHaveProperty("value", "heron-70b");
    button("wren-8b").click();
    await waitFor(() => expect(screen.getByLabelText("Model")).toHaveProperty("value", "wren-8b"));
  });

  it("in use is named where texts leave: at the status and in Privacy; its key is never shown", async () => {
    const forgetServerKey = vi.fn(async () => {});
    await drawEngines(ELSEWHERE, { forgetServerKey });
    screen.getByText("Texts go to llm.example");
    screen.getByText(/leave this machine and go to llm.example\. Choose “Back to evidence”/);
    expect(screen.getByLabelText(/^Key/)).toHaveProperty("value", "");
    expect(screen.getByLabelText(/^Key/)).toHaveProperty("type", "password");
    button("Forget the key").click();
    expect(forgetServerKey).toHaveBeenCalledOnce();
  });
});

describe("the choice of engines", () => {
  const SCENES = { ALL, NO_GPU, READY, LOADING, FAILED, ELSEWHERE };
  const TABS = { en: "Settings", zh_CN: "设置", ru: "Настройки" };

  it.each(INTERFACE_LANGUAGES)("is accessible and fits 320 pixels in %s, all unfolded", async (language) => {
    await page.viewport(320, 900);
    for (const [name, generators] of Object.entries(SCENES)) {
      await draw(viewWith(generators), {}, language);
      open(TABS[language]);
      await waitFor(() => expect(document.querySelectorAll(".engine-kind h3 button").length).toBe(5));
      for (const kind of document.querySelectorAll<HTMLElement>(".engine-kind h3 button")) {
        if (kind.getAttribute("aria-expanded") === "false") kind.click();
        await waitFor(() => expect(kind.getAttribute("aria-expanded")).toBe("true"));
        expect(await accessibilityProblems(), name).toEqual([]);
        const wide = [...document.body.querySelectorAll<HTMLElement>("*")].filter(
          (element) => element.getBoundingClientRect().right > 321,
        );
        expect(
          wide.map(({ outerHTML }) => outerHTML.slice(0, 120)),
          name,
        ).toEqual([]);
      }
    }
  });
});
