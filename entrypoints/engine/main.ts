console.log("engine", crossOriginIsolated);

export {};
