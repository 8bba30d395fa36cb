/** How far coders agree, beyond what chance would bring about. */
export * from "./agreement-of";
export * from "./alpha";
export * from "./bands";
export * from "./bootstrap";
export * from "./coders";
export * from "./csv";
export * from "./double-coding";
export * from "./kappa";
export * from "./random";
export * from "./reading-order";
export * from "./reliability";
export * from "./sampling";
export * from "./saturation";
