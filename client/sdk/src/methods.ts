export * from './generated/methods.ts';
