package dev.svar.http;

final class Dummy {}
