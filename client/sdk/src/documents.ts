export * from './generated/operations.ts';
export {
  type DocumentText,
  type ParsedDocument,
  type ResultOf,
  type TypedDocument,
  toDocumentNode,
  type VariablesOf,
} from './typed-document.ts';
