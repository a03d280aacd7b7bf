export * from './generated/documents.ts';
export {
  type ResultOf,
  type TypedDocument,
  toDocumentNode,
  type VariablesOf,
} from './typed-document.ts';
