/**
 * SVG → PNG for programs that draw no SVG (Excel, older Word): resvg compiled to WebAssembly, with the same faces as
 * the PDF. Nothing is fetched; the same bytes for the same drawing and faces.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { ChartModel } from '../../../../shared/documents/charts/chart-model';
import { chartSvg } from '../../../../shared/documents/charts/chart-svg';
import { facesIn } from '../pdf/fonts';
import { printable } from '../printable';

/** Not named `require`: the bundler declares that name itself in modules that use it. */
const packages = createRequire(import.meta.url);

/** Pixels a point: sharp at 144 dots an inch and on screens of twice the density. */
const SCALE = 2;

let started: Promise<void> | null = null;

/** WebAssembly starts once a thread. */
function start(): Promise<void> {
  started ??= initWasm(readFileSync(packages.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return started;
}

/** A chart as PNG bytes. */
export type DrawPicture = (chart: ChartModel) => Uint8Array;

/** Loads the machine and the faces of `fontsFolder` (see `locateFontsFolder`). */
export async function createRasteriser(fontsFolder: string): Promise<DrawPicture> {
  const faces = facesIn(fontsFolder);
  if (!faces) throw new Error('the fonts folder lacks a face of Times New Roman or Tinos');
  await start();
  const fontBuffers = [faces.normal, faces.bold].map((file) => new Uint8Array(readFileSync(file)));
  return (chart) => {
    const drawing = new Resvg(chartSvg(chart, printable), {
      font: { fontBuffers },
      fitTo: { mode: 'zoom', value: SCALE },
      background: 'white',
    });
    const image = drawing.render();
    try {
      return image.asPng();
    } finally {
      image.free();
      drawing.free();
    }
  };
}
