// The real program, serving the sample archive and the page on a free port.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export const web = fileURLToPath(new URL("../../web/", import.meta.url));

/**
 * @param {string} [data]  the data directory to serve; by default the sample
 * @returns {Promise<{origin: string, stop: () => Promise<void>}>}
 */
export const startServer = async (data) => {
  const { LODE_BINARY, LODE_DATA } = process.env;
  if (!LODE_BINARY || !LODE_DATA) {
    throw new Error("LODE_BINARY and LODE_DATA say what to serve");
  }
  const child = spawn(
    LODE_BINARY,
    ["serve", "--data", data ?? LODE_DATA, "--port", "0", "--web", web],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const found = /^listening on (http:\S+)$/.exec(line);
    if (found) return { origin: found[1], stop };
  }
  throw new Error("lode serve ended before it listened");
};
