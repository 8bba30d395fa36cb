/**
 * The part of the ONNX format that Earshot writes (https://github.com/onnx/onnx/blob/main/docs/IR.md): models of
 * plain nodes, with weights inside the file or in an external one.
 */
import protobuf from "protobufjs";

/** Field numbers as published; everything this project does not write is left out. */
const SCHEMA = `
syntax = "proto3";
message Model { int64 ir_version = 1; string producer_name = 2; Graph graph = 7; repeated OperatorSet opset_import = 8; }
message OperatorSet { string domain = 1; int64 version = 2; }
message Graph {
  repeated Node node = 1; string name = 2; repeated Tensor initializer = 5;
  repeated ValueInfo input = 11; repeated ValueInfo output = 12;
}
message Node {
  repeated string input = 1; repeated string output = 2; string name = 3; string op_type = 4;
  repeated Attribute attribute = 5; string domain = 7;
}
message Attribute { string name = 1; float f = 2; int64 i = 3; bytes s = 4; repeated int64 ints = 8; int32 type = 20; }
message Tensor {
  repeated int64 dims = 1; int32 data_type = 2; string name = 8; bytes raw_data = 9;
  repeated Entry external_data = 13; int32 data_location = 14;
}
message Entry { string key = 1; string value = 2; }
message ValueInfo { string name = 1; Type type = 2; }
message Type { TensorType tensor_type = 1; }
message TensorType { int32 elem_type = 1; Shape shape = 2; }
message Shape { repeated Dimension dim = 1; }
message Dimension { int64 dim_value = 1; string dim_param = 2; }
`;

/** Element types, numbered as in the format. */
export const ElementType = { float: 1, uint8: 2, int8: 3, int32: 6, int64: 7, float16: 10 } as const;
export type ElementType = (typeof ElementType)[keyof typeof ElementType];

const AttributeType = { float: 1, int: 2, string: 3, ints: 7 } as const;

/** Weights kept in another file. */
export interface External {
  file: string;
  offset: number;
  length: number;
}

export interface TensorRecord {
  name: string;
  type: ElementType;
  dims: number[];
  data: Uint8Array | External;
}

export interface NodeRecord {
  op: string;
  /** "" is the standard operator set. */
  domain: string;
  inputs: string[];
  outputs: string[];
  /** A number becomes an integer attribute; wrap fractions in `{ float }`. */
  attributes: Record<string, number | string | number[] | { float: number }>;
}

export interface ValueRecord {
  name: string;
  type: ElementType;
  /** A string is a size known at run time only. */
  dims: (number | string)[];
}

export interface GraphRecord {
  name: string;
  nodes: NodeRecord[];
  tensors: TensorRecord[];
  inputs: ValueRecord[];
  outputs: ValueRecord[];
}

/** Version 18 has BitwiseAnd; the second set holds ONNX Runtime's own operators. */
const OPERATOR_SETS = [
  { domain: "", version: 18 },
  { domain: "com.microsoft", version: 1 },
];
const IR_VERSION = 8;

/** Serialises a graph as an ONNX model file. */
export function encodeModel(graph: GraphRecord): Uint8Array {
  const type = protobuf.parse(SCHEMA, { keepCase: true }).root.lookupType("Model");
  const message = {
    ir_version: IR_VERSION,
    producer_name: "earshot",
    opset_import: OPERATOR_SETS,
    graph: {
      name: graph.name,
      node: graph.nodes.map(nodeMessage),
      initializer: graph.tensors.map(tensorMessage),
      input: graph.inputs.map(valueMessage),
      output: graph.outputs.map(valueMessage),
    },
  };
  return type.encode(type.create(message)).finish();
}

function nodeMessage(node: NodeRecord, index: number) {
  return {
    name: `${node.op}_${index}`,
    op_type: node.op,
    domain: node.domain,
    input: node.inputs,
    output: node.outputs,
    attribute: Object.entries(node.attributes).map(([name, value]) => {
      if (Array.isArray(value)) return { name, ints: value, type: AttributeType.ints };
      if (typeof value === "string") return { name, s: new TextEncoder().encode(value), type: AttributeType.string };
      if (typeof value === "number") return { name, i: value, type: AttributeType.int };
      return { name, f: value.float, type: AttributeType.float };
    }),
  };
}

function tensorMessage({ name, type, dims, data }: TensorRecord) {
  const common = { name, dims, data_type: type };
  if (data instanceof Uint8Array) return { ...common, raw_data: data };
  const entries = { location: data.file, offset: data.offset, length: data.length };
  return {
    ...common,
    data_location: 1,
    external_data: Object.entries(entries).map(([key, value]) => ({ key, value: String(value) })),
  };
}

function valueMessage({ name, type, dims }: ValueRecord) {
  const dim = dims.map((size) => (typeof size === "number" ? { dim_value: size } : { dim_param: size }));
  return { name, type: { tensor_type: { elem_type: type, shape: { dim } } } };
}
