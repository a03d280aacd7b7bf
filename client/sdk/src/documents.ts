export * from './generated/operations.ts';
export {
  type ResultOf,
  type TypedDocument,
  toDocumentNode,
  type VariablesOf,
} from './typed-document.ts';
