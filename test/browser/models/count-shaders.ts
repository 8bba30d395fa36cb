/** Imported before anything that uses a GPU: counts the shaders compiled in this worker and tells whoever listens. */
const channel = new BroadcastChannel("shaders");
let count = 0;
if ("GPUDevice" in globalThis) {
  const device = (globalThis as unknown as { GPUDevice: { prototype: Record<string, (input: unknown) => unknown> } })
    .GPUDevice;
  const compile = device.prototype.createShaderModule;
  device.prototype.createShaderModule = function (this: unknown, input: unknown) {
    count += 1;
    channel.postMessage(count);
    return compile?.call(this, input);
  };
}

export {};
