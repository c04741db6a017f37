namespace SynthData.Sources.Model.Sending;

/// <summary>The stream ended without a word and without saying why: no reply at all.</summary>
internal sealed class NoReplyException() : Exception("the stream ended without an answer.");
