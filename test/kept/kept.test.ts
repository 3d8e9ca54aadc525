import { describe, expect, it } from "vitest";
import { mostAside } from "../../src/kept/aside.js";
import { Kept, type KeptForm } from "../../src/kept/kept.js";
import { memoryStorage, refusing } from "../support/page/memory-storage.js";

/** Numbers as "1,2,3"; "v2" is of a newer form, what is no number is damage, ten numbers are too many. */
const form: KeptForm<readonly number[]> = {
  write: (value) => (value.length === 0 ? null : value.join()),
  read(text) {
    if (text === "v2") return { value: null, fault: "newer" };
    const value = text.split(",").map(Number).filter(Number.isFinite);
    const whole = value.length === text.split(",").length && value.length < 10;
    return { value: value.length > 0 ? value : null, fault: whole ? null : "damaged" };
  },
};
const kept = (storage: ReturnType<typeof memoryStorage>) => new Kept(() => storage, "n", form, []);
const asideOf = (of: Kept<readonly number[]>) => of.aside().map(({ text }) => text);

describe("Kept", () => {
  it.each(["v2", "x", "1,x,3"])("puts %s aside before it is written over, and says so until then", (text) => {
    const storage = memoryStorage({ n: text });
    const of = kept(storage);
    expect(of.read()).toEqual(text === "1,x,3" ? [1, 3] : []);
    expect(of.trouble).toBe(text === "v2" ? "newer" : "damaged");
    expect(storage.texts.get("n")).toBe(text);
    of.write([...of.now(), 7]);
    expect(of.trouble).toBeNull();
    expect(asideOf(of)).toEqual([text]);
    expect(kept(storage).read()).toEqual(text === "1,x,3" ? [1, 3, 7] : [7]);
  });

  it("keeps each text that it put aside, the same one once", () => {
    const storage = memoryStorage();
    for (const text of ["x", "y", "x"]) {
      storage.setItem("n", text);
      const of = kept(storage);
      of.read();
      of.write([1]);
    }
    expect(asideOf(kept(storage))).toEqual(["x", "y"]);
  });

  it("writes over nothing once too many are put aside, until one is removed", () => {
    const storage = memoryStorage();
    for (let i = 0; i <= mostAside; i++) {
      storage.setItem("n", `x${i}`);
      kept(storage).write([i]);
    }
    const of = kept(storage);
    of.read();
    of.write([5]);
    expect(of.trouble).toBe("too many aside");
    expect(of.read()).toEqual([5]);
    expect(storage.texts.get("n")).toBe(`x${mostAside}`);
    expect(asideOf(of)).toHaveLength(mostAside + 1);
    expect(of.remove(of.aside()[3]!)).toBe(true);
    expect(of.trouble).toBeNull();
    expect(storage.texts.get("n")).toBe("5");
    expect(asideOf(of)).not.toContain("x3");
    expect(asideOf(of)).toContain(`x${mostAside}`);
  });

  it("writes over nothing where there is no room to put it aside; what was made lasts for the visit", () => {
    const room = { letters: 60 };
    const damaged = "x".repeat(40);
    const storage = memoryStorage({ n: damaged }, room);
    const of = kept(storage);
    of.write([1]);
    expect(of.trouble).toBe("no room aside");
    expect(of.read()).toEqual([1]);
    expect(storage.texts.get("n")).toBe(damaged);
    expect(asideOf(of)).toEqual([damaged]);
    room.letters = 1000;
    of.write([1, 2]);
    expect(of.trouble).toBeNull();
    expect(asideOf(of)).toEqual([damaged]);
    expect(kept(storage).read()).toEqual([1, 2]);
  });

  it("keeps the last good value where the browser has no more room, and writes once there is some", () => {
    const room = { letters: 5 };
    const storage = memoryStorage({}, room);
    const of = kept(storage);
    of.write([1, 2]);
    of.write([1, 2, 3]);
    expect(of.trouble).toBe("no room");
    expect(of.read()).toEqual([1, 2, 3]);
    expect(storage.texts.get("n")).toBe("1,2");
    room.letters = 100;
    of.write(of.now());
    expect(kept(storage).read()).toEqual([1, 2, 3]);
  });

  it("holds for the visit what a browser takes and does not keep, and says so", () => {
    const storage = memoryStorage({ n: "1" });
    const forgetful = { ...storage, setItem() {}, removeItem() {} };
    const of = new Kept(() => forgetful, "n", form, []);
    for (const value of [[1, 2], []]) {
      of.write(value);
      expect([of.trouble, of.read(), of.now()]).toEqual(["no room", value, value]);
    }
    expect([...storage.texts]).toEqual([["n", "1"]]);
  });

  it("puts aside what another tab wrote while its own was not taken", () => {
    const room = { letters: 4 };
    const storage = memoryStorage({ n: "1" }, room);
    const of = kept(storage);
    of.read();
    of.write([1, 2, 3]);
    storage.setItem("n", "8");
    room.letters = 100;
    of.write(of.now());
    expect(kept(storage).read()).toEqual([1, 2, 3]);
    expect(asideOf(of)).toEqual(["8"]);
  });

  it("never writes what it could not read again", () => {
    const storage = memoryStorage({ n: "1" });
    const of = kept(storage);
    const many = Array.from({ length: 10 }, (_, i) => i);
    expect(of.fits(many)).toBe(false);
    expect(of.trouble).toBeNull();
    of.write(many);
    expect(of.trouble).toBe("too large");
    expect(of.read()).toEqual(many);
    expect(storage.texts.get("n")).toBe("1");
  });

  it("goes on for the visit where the browser keeps nothing", () => {
    const of = new Kept(refusing, "n", form, []);
    expect(of.read()).toEqual([]);
    of.write([1]);
    expect([of.trouble, of.now(), of.follow(null), of.aside()]).toEqual(["refused", [1], [1], []]);
  });

  it("shows the last good value when a newer tab writes what it cannot read", () => {
    const storage = memoryStorage({ n: "1,2" });
    const of = kept(storage);
    of.read();
    storage.setItem("n", "v2");
    expect(of.follow("n")).toEqual([1, 2]);
    expect(of.trouble).toBe("newer");
    of.write([...of.now(), 3]);
    expect(asideOf(of)).toEqual(["v2"]);
    expect(storage.texts.get("n")).toBe("1,2,3");
  });

  it("takes nothing away when the browser is emptied, and says so; the next change keeps it again", () => {
    const storage = memoryStorage({ n: "1,2" });
    const [of, same] = [kept(storage), kept(storage)];
    of.read();
    same.read();
    storage.texts.clear();
    expect(of.follow(null)).toEqual([1, 2]);
    expect(of.trouble).toBe("emptied");
    of.write([...of.now(), 3]);
    expect([of.trouble, storage.texts.get("n")]).toEqual([null, "1,2,3"]);
    // A tab that empties itself hears nothing of it.
    storage.texts.clear();
    expect(same.now()).toEqual([1, 2]);
  });

  it("follows another tab that takes the last one away", () => {
    const storage = memoryStorage({ n: "1" });
    const of = kept(storage);
    of.read();
    storage.removeItem("n");
    expect(of.follow("n")).toEqual([]);
    expect(of.trouble).toBeNull();
  });

  it("lists what stands under its key and cannot be read, and can remove it", () => {
    const storage = memoryStorage({ n: "x", "n/old": "y", "n/good": "4" });
    const of = new Kept(() => storage, "n", form, [], ["n/old", "n/good"]);
    of.read();
    expect(asideOf(of)).toEqual(["y", "x"]);
    of.remove(of.aside()[1]!);
    expect([of.trouble, asideOf(of)]).toEqual([null, ["y"]]);
    expect(storage.texts.has("n")).toBe(false);
    expect(of.remove({ key: "n/good", text: "5" })).toBe(false);
  });
});
