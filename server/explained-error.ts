/** An error that its message explains to whoever runs the program; a stack would only hide it. */
export abstract class ExplainedError extends Error {}
