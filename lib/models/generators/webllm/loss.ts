/** Hears of a graphics card that is lost. The library unloads its model then and says nothing. */

/** What is used of a device and of the adapter it comes from. */
interface Device {
  lost: Promise<{ message: string }>;
}
interface Adapter {
  requestDevice(descriptor?: object): Promise<Device>;
}
export interface Gpu {
  requestAdapter(options?: object): Promise<Adapter | null>;
}

/** Watches every device that is taken from now on. @param onLost gets the browser's own words, or "" */
export function watchForLoss(gpu: Gpu, onLost: (message: string) => void): void {
  const requestAdapter = gpu.requestAdapter.bind(gpu);
  gpu.requestAdapter = async (options) => {
    const adapter = await requestAdapter(options);
    if (adapter) watchDevices(adapter, onLost);
    return adapter;
  };
}

function watchDevices(adapter: Adapter, onLost: (message: string) => void): void {
  const requestDevice = adapter.requestDevice.bind(adapter);
  adapter.requestDevice = async (descriptor) => {
    const device = await requestDevice(descriptor);
    void device.lost.then(({ message }) => onLost(message));
    return device;
  };
}
